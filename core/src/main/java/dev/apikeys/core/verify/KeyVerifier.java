package dev.apikeys.core.verify;

import dev.apikeys.core.ip.AllowedIps;
import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.limit.Taking;
import dev.apikeys.core.limit.Taking.Permitted;
import dev.apikeys.core.limit.Taking.Refused;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.verify.Check.Passed;
import dev.apikeys.core.verify.KeyLookup.Match;
import dev.apikeys.core.verify.Verdict.Allowed;
import dev.apikeys.core.verify.Verdict.Denied;
import dev.apikeys.core.verify.Verdict.Found;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a key is good right now. Every door asks here, so that every door refuses the same keys for the same reasons
 * in the same order.
 */
public final class KeyVerifier {

    private static final int ONE_CALL = 1;

    private final KeyLookup keys;
    private final Directory directory;
    private final RateLimiter limiter;
    private final VerdictObserver observer;
    private final Clock clock;

    public KeyVerifier(
            KeyLookup keys, Directory directory, RateLimiter limiter, VerdictObserver observer, Clock clock) {
        this.keys = keys;
        this.directory = directory;
        this.limiter = limiter;
        this.observer = observer;
        this.clock = clock;
    }

    /**
     * The whole pipeline. Never throws for anything a caller can present.
     *
     * @param cost how many calls to count against the limits; 0 only looks
     */
    public Verdict verify(Presented presented, int cost) {
        Check check = check(presented);
        return check instanceof Passed passed ? count(passed, cost) : (Denied) check;
    }

    /** The last step: counts the call against the limits of a key that passed all others. */
    public Verdict count(Passed passed, int cost) {
        Found found = passed.found();
        Taking taking = limiter.take(found.key(), cost);
        if (taking instanceof Refused refused) {
            return refuse(Denied.limited(refused, found), passed.callerIp());
        }
        Allowed allowed = new Allowed(found, ((Permitted) taking).states());
        observer.observe(allowed, passed.callerIp(), cost);
        return allowed;
    }

    /** For a door that has a reason of its own to refuse a key that passed. */
    public Denied refuse(Passed passed, DenialReason reason) {
        return refuse(Denied.because(reason, passed.found()), passed.callerIp());
    }

    private Denied refuse(Denied denied, Optional<IpAddress> callerIp) {
        observer.observe(denied, callerIp, ONE_CALL);
        return denied;
    }

    /** All steps but the last, for a door that has something of its own to ask before the call may count. */
    public Check check(Presented presented) {
        Check check = decide(presented);
        return check instanceof Denied denied ? refuse(denied, presented.callerIp()) : check;
    }

    private Check decide(Presented presented) {
        Optional<Match> match = keys.find(presented.value());
        if (match.isEmpty()) {
            return Denied.unknown();
        }
        ApiKey key = match.get().key();
        Found found = new Found(key, match.get().secret(), directory.principalOf(key));

        Optional<DenialReason> refusal = refusalByStatus(found, clock.instant())
                .or(() -> refusalByPrincipal(found))
                .or(() -> refusalByAudience(found, presented.audience()))
                .or(() -> refusalByAddress(found, presented));
        if (refusal.isPresent()) {
            return Denied.because(refusal.get(), found);
        }
        Set<String> missing = missingScopes(found, presented.requiredScopes());
        if (!missing.isEmpty()) {
            return Denied.lacking(missing, found);
        }
        return new Passed(found, presented.callerIp());
    }

    private static Optional<DenialReason> refusalByStatus(Found found, Instant now) {
        DenialReason reason =
                switch (found.key().status(now)) {
                    case REVOKED -> DenialReason.KEY_REVOKED;
                    case EXPIRED -> DenialReason.KEY_EXPIRED;
                    case DISABLED -> DenialReason.KEY_DISABLED;
                    case ACTIVE -> found.secret().superseded(now) ? DenialReason.KEY_REVOKED : null;
                };
        return Optional.ofNullable(reason);
    }

    private static Optional<DenialReason> refusalByPrincipal(Found found) {
        Principal principal = found.principal();
        if (!principal.clientEnabled()) {
            return Optional.of(DenialReason.CLIENT_DISABLED);
        }
        if (!principal.subjectEnabled()) {
            return Optional.of(DenialReason.SUBJECT_DISABLED);
        }
        return found.secret().createdAt().isBefore(principal.notBefore())
                ? Optional.of(DenialReason.KEY_REVOKED)
                : Optional.empty();
    }

    private static Optional<DenialReason> refusalByAudience(Found found, Optional<String> audience) {
        return audience.filter(name -> !found.principal().accepts(name)).map(name -> DenialReason.AUDIENCE_DENIED);
    }

    private static Optional<DenialReason> refusalByAddress(Found found, Presented presented) {
        AllowedIps allowed = found.key().restrictions().allowedIps();
        return allowed.permits(presented.callerIp()) ? Optional.empty() : Optional.of(DenialReason.IP_DENIED);
    }

    private static Set<String> missingScopes(Found found, Set<String> required) {
        if (required.isEmpty()) {
            return Set.of();
        }
        Set<String> missing = new TreeSet<>(required);
        missing.removeAll(found.principal().effectiveScopes());
        return missing;
    }
}
