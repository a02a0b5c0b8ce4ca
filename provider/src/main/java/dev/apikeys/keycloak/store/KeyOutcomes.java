package dev.apikeys.keycloak.store;

import dev.apikeys.core.usage.KeyUsage;
import java.time.Instant;

/**
 * What was reported about one key at once.
 *
 * @param counts by hour and outcome, without a last use: what was reported is no call
 * @param lastAt when the latest of it happened
 */
public record KeyOutcomes(KeyUsage counts, Instant lastAt) {

    String keyId() {
        return counts.keyId();
    }
}
