package dev.apikeys.core.model;

import dev.apikeys.core.key.KeyDisplay;
import dev.apikeys.core.key.KeyHash;
import java.time.Instant;
import java.util.Optional;

/**
 * One value of a key. After a rotation the replaced value has an end: it stays good until then, so that its users can
 * change over, and is remembered for 30 days or until the next rotation, so that its users learn why it no longer works.
 *
 * @param validUntil the first instant at which a replaced value is no longer good; empty for the current one
 */
public record KeySecret(KeyHash hash, KeyDisplay display, Instant createdAt, Optional<Instant> validUntil) {

    public boolean current() {
        return validUntil.isEmpty();
    }

    /** Whether the value was replaced and its overlap is over. */
    public boolean superseded(Instant now) {
        return validUntil.filter(end -> !now.isBefore(end)).isPresent();
    }

    /** The same value, which is good until then at the longest; the current one stays as it is. */
    KeySecret endedBy(Instant end) {
        return current() || superseded(end) ? this : new KeySecret(hash, display, createdAt, Optional.of(end));
    }
}
