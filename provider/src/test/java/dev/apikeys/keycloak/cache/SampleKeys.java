package dev.apikeys.keycloak.cache;

import dev.apikeys.core.ip.AllowedIps;
import dev.apikeys.core.ip.IpRange;
import dev.apikeys.core.key.KeyDisplay;
import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyGrant;
import dev.apikeys.core.model.KeyLabel;
import dev.apikeys.core.model.KeyLifecycle;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.core.model.KeyRestrictions;
import dev.apikeys.core.model.KeySecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keys to put into a cache. */
final class SampleKeys {

    static final String REALM = "6c8b7a52-3f0e-4a53-9d0a-3a3f3f6a9b10";
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");

    private SampleKeys() {}

    static KeyHash hash(String value) {
        return KeyHash.of(KeyValue.of(value));
    }

    /** A client key with nothing but what it must have. */
    static ApiKey plain(String value) {
        return new ApiKey(
                UUID.nameUUIDFromBytes(value.getBytes(StandardCharsets.UTF_8)).toString(),
                new KeyOwner(REALM, "0b5f7a52-3f0e-4a53-9d0a-3a3f3f6a9b11", Optional.empty()),
                new KeyLabel("a key", Optional.empty(), Optional.empty(), "{}"),
                new KeyGrant(true, Set.of()),
                new KeyRestrictions(AllowedIps.ALL, Optional.empty()),
                new KeyLifecycle(true, NOW, NOW, Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(secret(value, Optional.empty())),
                0);
    }

    /** A personal key with everything that a key can have. */
    static ApiKey rich() {
        return new ApiKey(
                "not-a-uuid",
                new KeyOwner(REALM, "f:federated:client", Optional.of("f:" + "x".repeat(200))),
                new KeyLabel("naïve 名前 😀", Optional.of("why"), Optional.of("live"), "{\"a\":[1,null]}"),
                new KeyGrant(false, Set.of("0b5f7a52-3f0e-4a53-9d0a-3a3f3f6a9b12", "another")),
                new KeyRestrictions(
                        new AllowedIps(List.of(range("203.0.113.0/24"), range("2001:db8::/32"))),
                        Optional.of(List.of(
                                RateLimit.parse("60/minute").toOptional().orElseThrow()))),
                new KeyLifecycle(
                        false,
                        NOW,
                        NOW.plusMillis(1),
                        Optional.of(NOW.plusSeconds(60)),
                        Optional.of(NOW.plusSeconds(5)),
                        Optional.of("admin")),
                List.of(secret("new", Optional.empty()), secret("old", Optional.of(NOW.plusSeconds(9)))),
                42);
    }

    private static KeySecret secret(String value, Optional<Instant> validUntil) {
        return new KeySecret(hash(value), new KeyDisplay("sk_live_", "abcdef", "wxyz"), NOW, validUntil);
    }

    private static IpRange range(String text) {
        return IpRange.parse(text).toOptional().orElseThrow();
    }
}
