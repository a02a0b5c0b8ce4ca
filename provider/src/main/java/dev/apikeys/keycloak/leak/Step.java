package dev.apikeys.keycloak.leak;

import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeySecret;
import dev.apikeys.core.model.KeyStatus;
import java.time.Instant;
import java.util.Optional;

/** What ends a value that somebody else has. */
enum Step {
    REVOKE("revoke"),
    DISABLE("disable"),
    /** The value was replaced and is still good: it ends, and the key with its current value stays. */
    END_OVERLAP("end-overlap");

    private final String action;

    Step(String action) {
        this.action = action;
    }

    /** The last part of the path of events. */
    String action() {
        return action;
    }

    /**
     * What is left to do. Nothing when the value is good for nothing any more: whoever holds one that was replaced must not be
     * able to end the key.
     *
     * @param wanted what becomes of a key whose current value is known
     */
    static Optional<Step> against(ApiKey key, KeyHash value, Step wanted, Instant now) {
        Optional<KeySecret> secret = key.secret(value).filter(found -> !found.superseded(now));
        if (secret.isEmpty() || key.status(now) == KeyStatus.REVOKED) {
            return Optional.empty();
        }
        if (!secret.get().current()) {
            return Optional.of(END_OVERLAP);
        }
        return wanted == DISABLE && !key.lifecycle().enabled() ? Optional.empty() : Optional.of(wanted);
    }
}
