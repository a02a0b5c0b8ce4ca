package dev.apikeys.keycloak.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.model.ApiKey;
import org.junit.jupiter.api.Test;

class PackedKeyTest {

    @Test
    void aKeyIsTheSameAfterPackingAndUnpacking() {
        for (ApiKey key : new ApiKey[] {SampleKeys.plain("a"), SampleKeys.rich()}) {
            assertThat(PackedKey.unpack(PackedKey.pack(key))).isEqualTo(key);
        }
    }

    @Test
    void aPlainKeyTakesNoMoreThanThreeHundredBytes() {
        assertThat(PackedKey.pack(SampleKeys.plain("a"))).hasSizeLessThan(300);
    }
}
