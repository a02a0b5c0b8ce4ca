package dev.apikeys.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyDisplayTest {

    @Test
    void theTextIsPrefixHintEllipsisAndLastCharacters() {
        assertThat(new KeyDisplay("sk_live_", "7f9a2b", "a3f1").text()).isEqualTo("sk_live_7f9a2b…a3f1");
    }
}
