package dev.apikeys.core.verify;

import dev.apikeys.core.TestKeys;
import dev.apikeys.core.TestLimits;
import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.key.KeyPrefixes;
import dev.apikeys.core.key.KeyShapes;
import dev.apikeys.core.limit.RateLimitState;
import dev.apikeys.core.limit.Taking;
import dev.apikeys.core.limit.Taking.Permitted;
import dev.apikeys.core.limit.Taking.Refused;
import dev.apikeys.core.model.ApiKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that a verifier asks, answering that everything is fine until a test says otherwise; keeps what was asked. */
final class FakePorts implements KeyStore, Directory, Principal, RateLimiter, VerdictObserver {

    private static final KeyPrefixes PREFIXES =
            KeyPrefixes.parse("sk_live_=live").toOptional().orElseThrow();

    boolean acceptForeign;

    final List<String> asked = new ArrayList<>();
    final List<Observed> observed = new ArrayList<>();

    Optional<ApiKey> key = Optional.of(TestKeys.active());
    boolean clientEnabled = true;
    boolean subjectEnabled = true;
    Instant notBefore = Instant.EPOCH;
    Set<String> audience = Set.of("billing-api");
    Set<String> effectiveScopes = Set.of("calls:read", "calls:write");
    List<RateLimitState> limits = List.of(TestLimits.LEFT);
    Optional<Refused> refusal = Optional.empty();

    record Observed(Verdict verdict, Optional<IpAddress> callerIp, int calls) {}

    /** A call of one. */
    Verdict verify(Presented presented) {
        return verifier().verify(presented, 1);
    }

    KeyVerifier verifier() {
        return new KeyVerifier(
                new KeyLookup(new KeyShapes(PREFIXES, acceptForeign), this),
                this,
                this,
                this,
                Clock.fixed(TestKeys.NOW, ZoneOffset.UTC));
    }

    @Override
    public Optional<ApiKey> findByHash(KeyHash hash) {
        asked.add("store");
        return key;
    }

    @Override
    public Principal principalOf(ApiKey found) {
        asked.add("directory");
        return this;
    }

    @Override
    public boolean clientEnabled() {
        asked.add("client");
        return clientEnabled;
    }

    @Override
    public boolean subjectEnabled() {
        asked.add("subject");
        return subjectEnabled;
    }

    @Override
    public Instant notBefore() {
        asked.add("not-before");
        return notBefore;
    }

    @Override
    public boolean accepts(String name) {
        asked.add("audience");
        return audience.contains(name);
    }

    @Override
    public Set<String> effectiveScopes() {
        asked.add("scopes");
        return effectiveScopes;
    }

    @Override
    public void observe(Verdict verdict, Optional<IpAddress> callerIp, int calls) {
        observed.add(new Observed(verdict, callerIp, calls));
    }

    @Override
    public Taking take(ApiKey found, int cost) {
        asked.add("limiter:" + cost);
        return refusal.<Taking>map(refused -> refused).orElseGet(() -> new Permitted(limits));
    }
}
