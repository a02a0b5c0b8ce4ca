package dev.apikeys.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFormatTest {

    // Computed with Python's zlib.crc32, not with the class under test. These literals must never change: a format
    // that no longer reads them refuses every key that is in use, and secret scanners no longer find leaked ones.
    private static final String FROZEN = "sk_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Qk";
    private static final String FROZEN_SHORTEST_PREFIX = "k-zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz09pt2V";
    private static final String FROZEN_CHECKSUM_WITH_ZEROS = "sk_test_0000000000000000000000000000007100GkA8";

    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest
    @ValueSource(strings = {FROZEN, FROZEN_SHORTEST_PREFIX, FROZEN_CHECKSUM_WITH_ZEROS})
    void aKeyMadeByAnEarlierReleaseIsRecognised(String text) {
        assertThat(KeyFormat.parse(KeyValue.of(text))).isPresent();
    }

    @Test
    void theDisplayIsThePrefixTheFirstSixAndTheLastFourCharacters() {
        assertThat(KeyFormat.parse(KeyValue.of(FROZEN))).contains(new KeyDisplay("sk_live_", "7f9a2b", "p4Qk"));
    }

    @Test
    void aMintedValueIsThePrefixThirtyTwoRandomCharactersAndSixOfChecksum() {
        assertThat(mint("cs_key_").reveal()).matches("cs_key_[0-9A-Za-z]{38}");
    }

    @Test
    void noTwoMintedValuesAreTheSame() {
        assertThat(Stream.generate(() -> mint("sk_live_").reveal()).limit(1_000))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyCharacterOfTheAlphabetOccurs() {
        String all = Stream.generate(() -> mint("sk_").reveal().substring(3, 35))
                .limit(200)
                .collect(Collectors.joining());

        assertThat(all.chars().distinct()).hasSize(62);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Ql",
                "sk_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe1pp4Qk",
                "sk_live_8f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Qk",
                "sk_test_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Qk",
                "SK_LIVE_7F9A2BXW0QDR5TYZ8KMN3PLCV6HJ1GSE0PP4QK"
            })
    void aChecksumThatDoesNotMatchIsRefused(String text) {
        assertThat(KeyFormat.parse(KeyValue.of(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sk_live_",
                "sk_live_secret",
                // no prefix at all
                "7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Qk",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
                " sk_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Qk",
                "sk_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Qk\n",
                "Bearer sk_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Qk"
            })
    void anotherShapeIsRefused(String text) {
        assertThat(KeyFormat.parse(KeyValue.of(text))).isEmpty();
    }

    @Test
    void aRandomPartOfOtherCharactersIsRefusedEvenWithAMatchingChecksum() {
        assertThat(KeyFormat.parse(signed("sk_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1g-e")))
                .isEmpty();
        assertThat(KeyFormat.parse(signed("sk_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1g?e")))
                .isEmpty();
    }

    @Test
    void aPrefixThatNoRealmCanHaveIsRefusedEvenWithAMatchingChecksum() {
        String randomPart = "7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe";

        assertThat(KeyFormat.parse(signed("1sk_" + randomPart))).isEmpty();
        assertThat(KeyFormat.parse(signed("sk" + randomPart))).isEmpty();
        assertThat(KeyFormat.parse(signed("_" + randomPart))).isEmpty();
        assertThat(KeyFormat.parse(signed("k_" + randomPart))).isPresent();
    }

    @Test
    void thePrefixHasAtMostThirtyTwoCharacters() {
        assertThat(KeyFormat.parse(mint("p".repeat(31) + "_"))).isPresent();
        assertThat(KeyFormat.parse(mint("p".repeat(32) + "_"))).isEmpty();
    }

    private KeyValue mint(String prefix) {
        return KeyFormat.mint(new KeyPrefix(prefix, Optional.empty()), random);
    }

    /** The text with a checksum that matches. */
    private static KeyValue signed(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return KeyValue.of(text + Base62.encode(crc.getValue(), 6));
    }
}
