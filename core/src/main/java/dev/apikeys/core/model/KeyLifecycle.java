package dev.apikeys.core.model;

import java.time.Instant;
import java.util.Optional;

/**
 * When a key was made, changed and ends.
 *
 * @param expiresAt the first instant at which the key is no longer good
 * @param revokedBy Keycloak's id of who revoked the key, or the code of a {@link LeakReporter}
 */
public record KeyLifecycle(
        boolean enabled,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<String> revokedBy) {

    /** What the key is at the instant. */
    public KeyStatus status(Instant now) {
        if (revokedAt.isPresent()) {
            return KeyStatus.REVOKED;
        }
        if (expiresAt.filter(end -> !now.isBefore(end)).isPresent()) {
            return KeyStatus.EXPIRED;
        }
        return enabled ? KeyStatus.ACTIVE : KeyStatus.DISABLED;
    }

    KeyLifecycle edited(Optional<Instant> newExpiresAt, Instant now) {
        return new KeyLifecycle(enabled, createdAt, now, newExpiresAt, revokedAt, revokedBy);
    }

    KeyLifecycle switched(boolean newEnabled, Instant now) {
        return new KeyLifecycle(newEnabled, createdAt, now, expiresAt, revokedAt, revokedBy);
    }

    KeyLifecycle revoked(String by, Instant now) {
        return new KeyLifecycle(enabled, createdAt, now, expiresAt, Optional.of(now), Optional.of(by));
    }
}
