package dev.apikeys.core.verify;

import static dev.apikeys.core.TestKeys.CREATED;
import static dev.apikeys.core.TestKeys.NOW;

import dev.apikeys.core.TestKeys;
import dev.apikeys.core.TestLimits;
import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.model.ApiKey;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Everything that can be wrong with a presented key, in the order in which the pipeline looks. */
enum Flaw {
    MALFORMED(DenialReason.UNAUTHORIZED, ""),
    UNKNOWN(DenialReason.UNAUTHORIZED, "store"),
    REVOKED(DenialReason.KEY_REVOKED, "store directory"),
    EXPIRED(DenialReason.KEY_EXPIRED, "store directory"),
    DISABLED(DenialReason.KEY_DISABLED, "store directory"),
    SUPERSEDED(DenialReason.KEY_REVOKED, "store directory"),
    CLIENT_DISABLED(DenialReason.CLIENT_DISABLED, "store directory client"),
    SUBJECT_DISABLED(DenialReason.SUBJECT_DISABLED, "store directory client subject"),
    BEFORE_NOT_BEFORE(DenialReason.KEY_REVOKED, "store directory client subject not-before"),
    AUDIENCE(DenialReason.AUDIENCE_DENIED, "store directory client subject not-before audience"),
    ADDRESS(DenialReason.IP_DENIED, "store directory client subject not-before audience"),
    SCOPE(DenialReason.INSUFFICIENT_SCOPE, "store directory client subject not-before audience scopes"),
    LIMIT(DenialReason.RATE_LIMIT_EXCEEDED, "store directory client subject not-before audience scopes limiter:1");

    final DenialReason reason;

    /** What is asked until the flaw is noticed. */
    final String asked;

    Flaw(DenialReason reason, String asked) {
        this.reason = reason;
        this.asked = asked;
    }

    /** A key that has these flaws and no other. */
    static Verdict verify(Set<Flaw> flaws, FakePorts ports) {
        ports.key = flaws.contains(UNKNOWN) ? Optional.empty() : Optional.of(key(flaws));
        ports.clientEnabled = !flaws.contains(CLIENT_DISABLED);
        ports.subjectEnabled = !flaws.contains(SUBJECT_DISABLED);
        ports.notBefore = flaws.contains(BEFORE_NOT_BEFORE) ? CREATED.plusNanos(1) : CREATED;
        ports.audience = flaws.contains(AUDIENCE) ? Set.of("another-api") : Set.of("billing-api");
        ports.effectiveScopes = flaws.contains(SCOPE) ? Set.of("calls:write") : Set.of("calls:read");
        ports.refusal = Optional.of(TestLimits.REFUSED).filter(refused -> flaws.contains(LIMIT));
        return ports.verify(new Presented(
                flaws.contains(MALFORMED) ? KeyValue.of("sk_live_guess") : TestKeys.value(),
                Optional.of("billing-api"),
                IpAddress.parse(flaws.contains(ADDRESS) ? "198.51.100.1" : "203.0.113.7"),
                Set.of("calls:read")));
    }

    /** The flaw and all that come after it. */
    Set<Flaw> andLater() {
        return EnumSet.range(this, LIMIT);
    }

    private static ApiKey key(Set<Flaw> flaws) {
        TestKeys.Builder key = TestKeys.aKey().onlyFrom("203.0.113.0/24");
        if (flaws.contains(REVOKED)) {
            key = key.revokedAt(NOW.minusSeconds(1));
        }
        if (flaws.contains(EXPIRED)) {
            key = key.expiringAt(NOW);
        }
        if (flaws.contains(DISABLED)) {
            key = key.disabled();
        }
        if (flaws.contains(SUPERSEDED)) {
            key = key.withSecrets(TestKeys.secretOf("next"), TestKeys.replaced(TestKeys.secret(), NOW));
        }
        return key.build();
    }
}
