package dev.apikeys.keycloak.check;

import dev.apikeys.core.limit.RateLimitState;
import java.util.List;
import java.util.Optional;

/** What this door says, before it is known whether it is said in header fields or in JSON. */
sealed interface Answer {

    /**
     * The key is good for what was asked.
     *
     * @param limits where the limits stand after this call
     * @param token for the API, when one was wanted
     */
    record Accepted(KeyDetails key, List<RateLimitState> limits, Optional<String> token) implements Answer {

        public Accepted {
            limits = List.copyOf(limits);
        }
    }

    /** The key is good for what was asked, but for now a limit is used up. */
    record Limited(KeyDetails key, List<RateLimitState> limits, Refusal refusal) implements Answer {

        public Limited {
            limits = List.copyOf(limits);
        }
    }

    /** Anything else; nothing is told of the key beside the refusal. */
    record Refused(Refusal refusal) implements Answer {}
}
