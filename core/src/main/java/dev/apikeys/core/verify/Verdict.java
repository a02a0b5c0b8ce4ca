package dev.apikeys.core.verify;

import dev.apikeys.core.limit.RateLimitState;
import dev.apikeys.core.limit.Taking.Refused;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeySecret;
import java.util.List;
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

    /**
     * The key is good for what was asked.
     *
     * @param limits where the limits that hold for the key stand after this call
     */
    record Allowed(Found found, List<RateLimitState> limits) implements Verdict {

        public Allowed {
            limits = List.copyOf(limits);
        }
    }

    /**
     * The key is refused.
     *
     * @param found the key, when the caller proved possession of a real one
     * @param missingScopes with {@code insufficient_scope}: the required scopes that the key lacks
     * @param limited with {@code rate_limit_exceeded}: which limits were asked, and how long to wait
     */
    record Denied(DenialReason reason, Optional<Found> found, Set<String> missingScopes, Optional<Refused> limited)
            implements Verdict, Check {

        public Denied {
            missingScopes = Set.copyOf(missingScopes);
        }

        /** Nothing is known of what was presented, or nothing was. */
        public static Denied unknown() {
            return new Denied(DenialReason.UNAUTHORIZED, Optional.empty(), Set.of(), Optional.empty());
        }

        /** A key that was found and is refused for a reason that says all. */
        public static Denied because(DenialReason reason, Found found) {
            return new Denied(reason, Optional.of(found), Set.of(), Optional.empty());
        }

        static Denied lacking(Set<String> missingScopes, Found found) {
            return new Denied(DenialReason.INSUFFICIENT_SCOPE, Optional.of(found), missingScopes, Optional.empty());
        }

        static Denied limited(Refused limited, Found found) {
            return new Denied(DenialReason.RATE_LIMIT_EXCEEDED, Optional.of(found), Set.of(), Optional.of(limited));
        }

        /** Whether the audience may be told why: it is in the audience of a key that was really presented. */
        public boolean concerns(String audience) {
            return found.filter(some -> some.principal().accepts(audience)).isPresent();
        }
    }
}
