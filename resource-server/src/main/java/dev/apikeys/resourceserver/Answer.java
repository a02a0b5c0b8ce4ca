package dev.apikeys.resourceserver;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of asking Keycloak about a key. */
sealed interface Answer {

    /**
     * The key, or token, is good.
     *
     * @param scopes the words of the claim
     * @param claims the whole answer (RFC 7662 §2.2)
     * @param limits where the limits stand, none for a key without limits and for tokens
     * @param expiry the claim {@code exp} in seconds since 1970: an answer must not be used beyond
     */
    record Active(Set<String> scopes, Map<String, @Nullable Object> claims, List<RateLimit> limits, OptionalLong expiry)
            implements Answer {

        /** At the latest at the given time, with the token's end and the first end of a window if these are earlier. */
        Instant end(Instant latest, Instant asked) {
            Instant window = Windows.firstEnd(limits, asked);
            Instant end = window.isBefore(latest) ? window : latest;
            return expiry.isPresent() && expiry.getAsLong() <= end.getEpochSecond()
                    ? Instant.ofEpochSecond(expiry.getAsLong())
                    : end;
        }

        Active withLimits(List<RateLimit> others) {
            return new Active(scopes, claims, others, expiry);
        }

        /** Only the use of keys is counted. */
        boolean isKey() {
            return claims.get("api_key") instanceof Map;
        }
    }

    /**
     * It is not good for this call.
     *
     * @param error the reason, when Keycloak discloses it
     */
    record Inactive(Optional<String> error, Set<String> missingScopes, OptionalLong retryAfter, List<RateLimit> limits)
            implements Answer {

        Inactive withLimits(List<RateLimit> others) {
            return new Inactive(error, missingScopes, retryAfter, others);
        }

        boolean because(Denial denial) {
            return error.filter(denial.reason()::equals).isPresent();
        }
    }

    /**
     * Nobody knows whether it is good.
     *
     * @param cause for the log; never has anything of the key or of the answer in it
     * @param uncounted whether it is certain that no call was counted
     */
    record Unavailable(String cause, boolean uncounted) implements Answer {}
}
