package dev.apikeys.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Parsed;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPrefixTest {

    @Test
    void aPrefixMayNameAnEnvironment() {
        assertThat(KeyPrefix.parse("sk_live_=live"))
                .isEqualTo(Parsed.good(new KeyPrefix("sk_live_", Optional.of("live"))));
    }

    @Test
    void aPrefixWithoutEqualsSignNamesNone() {
        assertThat(KeyPrefix.parse("cs_key_")).isEqualTo(Parsed.good(new KeyPrefix("cs_key_", Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k_",
                "k-",
                "K9_",
                "a__",
                "sk_live_=live",
                "sk-live-=eu-west_1",
                "abcdefghijklmnopqrstuvwxyz01234_",
                "k_=x",
                "k_=0123456789012345678901234567890123456789012345678901234567890123"
            })
    void aPrefixIsWrittenAsItIsRead(String text) {
        assertThat(KeyPrefix.parse(text).toOptional()).map(KeyPrefix::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                "=live",
                "_",
                "k",
                "sk_live",
                "1k_",
                "_k_",
                "s k_",
                "é_",
                "k.x_",
                "abcdefghijklmnopqrstuvwxyz012345_",
                "k_=",
                "k_=a=b",
                "k_=a b",
                "k_=é",
                "k_=01234567890123456789012345678901234567890123456789012345678901234"
            })
    void anythingElseIsRefusedWithTheRule(String text) {
        assertThat(KeyPrefix.parse(text)).isEqualTo(Parsed.bad(KeyPrefix.ALLOWED));
    }
}
