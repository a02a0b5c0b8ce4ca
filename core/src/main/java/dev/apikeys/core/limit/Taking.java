package dev.apikeys.core.limit;

import java.time.Duration;
import java.util.List;

/** What the limits say of a call. */
public sealed interface Taking {

    /** All policies permit, and have counted the call. */
    record Permitted(List<RateLimitState> states) implements Taking {

        public Permitted {
            states = List.copyOf(states);
        }
    }

    /**
     * A policy refuses; the call is counted nowhere.
     *
     * @param retryAfter when the same call may be let through
     * @param states the limits of the refusing policy, and before them those of others that were asked
     */
    record Refused(Duration retryAfter, List<RateLimitState> states) implements Taking {

        public Refused {
            states = List.copyOf(states);
        }

        /** At least one second, rounded up. */
        public long retryAfterSeconds() {
            return RateLimitState.wholeSeconds(retryAfter);
        }
    }
}
