package dev.apikeys.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyHashTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @ParameterizedTest
    @CsvSource({
        // FIPS 180-2, appendix B.1
        "abc, " + ABC,
        // sha256sum; a stored hash of a key in use must go on being found
        "sk_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Qk,"
                + "51341c495923f54bcbb5ec91f9b7360808897a8536ca2736b7cb43ca5f09e82a",
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    })
    void theHashIsTheSha256InLowerCaseHexadecimal(String text, String hex) {
        assertThat(KeyHash.of(KeyValue.of(text)).hex()).isEqualTo(hex);
    }

    @Test
    void aValueFromAnotherSystemIsHashedAsUtf8() {
        assertThat(KeyHash.of(KeyValue.of("schlüssel")))
                .isEqualTo(new KeyHash("ccec7a8e3e039f0b6b308a81f438e1d07a59c8c896b4f237d10c3eecb8375ef7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0",
                "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            })
    void anotherFormIsRefusedWithoutRepeatingIt(String hex) {
        assertThatThrownBy(() -> new KeyHash(hex))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not the lower-case hexadecimal form of a SHA-256");
    }

    @Test
    void aHashIsNotPrinted() {
        assertThat(new KeyHash(ABC)).hasToString("KeyHash(hidden)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
                "5E884898DA28047151D0E56F8DC6292773603D0D6AABBDD62A11EF721D1542D8",
                "XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=",
                "XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg"
            })
    void isReadInTheUsualForms(String text) {
        assertThat(KeyHash.parse(text).toOptional()).contains(KeyHash.of(KeyValue.of("password")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-_8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "+/8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void isReadInBothAlphabetsOfBase64(String text) {
        assertThat(KeyHash.parse(text).map(KeyHash::hex).toOptional()).contains("fbff" + "0".repeat(60));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5e884898",
                "zz884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
                "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8=",
                "XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQt",
                "XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg==",
                "-/8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQ g"
            })
    void isNotReadInAnyOther(String text) {
        assertThat(KeyHash.parse(text).toOptional()).isEmpty();
    }
}
