package dev.apikeys.core.model;

import static dev.apikeys.core.TestKeys.CREATED;
import static dev.apikeys.core.TestKeys.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyLifecycleTest {

    private static final Instant PAST = NOW.minusSeconds(60);

    @ParameterizedTest
    @CsvSource({
        "true, false, false, ACTIVE",
        "false, false, false, DISABLED",
        "true, true, false, EXPIRED",
        "false, true, false, EXPIRED",
        "true, false, true, REVOKED",
        "false, false, true, REVOKED",
        "true, true, true, REVOKED",
        "false, true, true, REVOKED"
    })
    void revokedComesBeforeExpiredAndExpiredBeforeDisabled(
            boolean enabled, boolean expired, boolean revoked, KeyStatus status) {
        Optional<Instant> expiresAt = Optional.of(PAST).filter(past -> expired);
        Optional<Instant> revokedAt = Optional.of(PAST).filter(past -> revoked);

        assertThat(lifecycle(enabled, expiresAt, revokedAt).status(NOW)).isEqualTo(status);
    }

    @Test
    void aKeyIsExpiredFromTheInstantOfItsExpiryOn() {
        KeyLifecycle expiring = lifecycle(true, Optional.of(NOW), Optional.empty());

        assertThat(expiring.status(NOW.minusNanos(1))).isEqualTo(KeyStatus.ACTIVE);
        assertThat(expiring.status(NOW)).isEqualTo(KeyStatus.EXPIRED);
        assertThat(expiring.status(NOW.plusNanos(1))).isEqualTo(KeyStatus.EXPIRED);
    }

    @Test
    void aKeyWithoutExpiryStaysActive() {
        assertThat(lifecycle(true, Optional.empty(), Optional.empty()).status(Instant.MAX))
                .isEqualTo(KeyStatus.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, active", "DISABLED, disabled", "EXPIRED, expired", "REVOKED, revoked"})
    void aStatusIsWrittenInLowerCase(KeyStatus status, String code) {
        assertThat(status.code()).isEqualTo(code);
    }

    private static KeyLifecycle lifecycle(boolean enabled, Optional<Instant> expiresAt, Optional<Instant> revokedAt) {
        return new KeyLifecycle(enabled, CREATED, CREATED, expiresAt, revokedAt, revokedAt.map(at -> "administrator"));
    }
}
