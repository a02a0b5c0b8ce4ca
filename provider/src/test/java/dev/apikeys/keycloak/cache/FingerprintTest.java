package dev.apikeys.keycloak.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void aFingerprintIsReadBackFromItsText(long bits) {
        Fingerprint fingerprint = new Fingerprint(bits);

        assertThat(Fingerprint.parse(fingerprint.text())).isEqualTo(fingerprint);
        assertThat(fingerprint.slot(4096)).isBetween(0, 4095);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void aFingerprintSaysNothingOfTheHash(String value) {
        assertThat(SampleKeys.hash(value).hex())
                .doesNotContain(Fingerprint.of(SampleKeys.hash(value)).text());
    }
}
