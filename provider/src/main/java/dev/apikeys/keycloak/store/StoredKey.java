package dev.apikeys.keycloak.store;

import dev.apikeys.core.model.ApiKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A key and what is counted about it.
 *
 * @param lastUsedAt empty when it was never used
 */
public record StoredKey(ApiKey key, Optional<Instant> lastUsedAt) {

    /** Whether it has a value: one that is deleted at this moment may have lost its values before the rest. */
    boolean isWhole() {
        return !key.secrets().isEmpty();
    }
}
