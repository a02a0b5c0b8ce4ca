package dev.apikeys.core.verify;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeySecret;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What the pipeline says of a presented key. */
public sealed interface Verdict {

    /**
     * A key that was found.
     *
     * @param secret the value that was presented: possession of it is proved
     */
    record Found(ApiKey key, KeySecret secret, Principal principal) {}

    /** The key is good for what was asked. */
    record Allowed(Found found) implements Verdict {}

    /**
     * The key is refused.
     *
     * @param found the key, when the caller proved possession of a real one
     * @param missingScopes with {@code insufficient_scope}: the required scopes that the key lacks
     * @param retryAfter with {@code rate_limit_exceeded}: how long to wait
     */
    record Denied(DenialReason reason, Optional<Found> found, Set<String> missingScopes, Optional<Duration> retryAfter)
            implements Verdict {

        public Denied {
            missingScopes = Set.copyOf(missingScopes);
        }

        static Denied unknown() {
            return new Denied(DenialReason.UNAUTHORIZED, Optional.empty(), Set.of(), Optional.empty());
        }

        static Denied because(DenialReason reason, Found found) {
            return new Denied(reason, Optional.of(found), Set.of(), Optional.empty());
        }

        static Denied lacking(Set<String> missingScopes, Found found) {
            return new Denied(DenialReason.INSUFFICIENT_SCOPE, Optional.of(found), missingScopes, Optional.empty());
        }

        static Denied limited(Duration retryAfter, Found found) {
            return new Denied(DenialReason.RATE_LIMIT_EXCEEDED, Optional.of(found), Set.of(), Optional.of(retryAfter));
        }

        /** Whether the audience may be told why: it is in the audience of a key that was really presented. */
        public boolean concerns(String audience) {
            return found.filter(some -> some.principal().accepts(audience)).isPresent();
        }
    }
}
