package dev.apikeys.core.model;

import static dev.apikeys.core.TestKeys.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.TestKeys;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeySecretTest {

    @Test
    void aSecretWithoutEndIsCurrentAndNeverSuperseded() {
        assertThat(TestKeys.secret().current()).isTrue();
        assertThat(TestKeys.secret().superseded(Instant.MAX)).isFalse();
    }

    @Test
    void aReplacedSecretIsSupersededFromItsEndOn() {
        KeySecret replaced = TestKeys.replaced(TestKeys.secret(), NOW);

        assertThat(replaced.current()).isFalse();
        assertThat(replaced.superseded(NOW.minusNanos(1))).isFalse();
        assertThat(replaced.superseded(NOW)).isTrue();
        assertThat(replaced.superseded(NOW.plusNanos(1))).isTrue();
    }
}
