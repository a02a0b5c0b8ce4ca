package dev.apikeys.resourceserver;

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

        boolean because(Denial denial) {
            return error.filter(denial.reason()::equals).isPresent();
        }
    }

    /**
     * Nobody knows whether it is good.
     *
     * @param cause for the log; never has anything of the key or of the answer in it
     */
    record Unavailable(String cause) implements Answer {}
}
