package dev.apikeys.core;

import dev.apikeys.core.ip.AllowedIps;
import dev.apikeys.core.ip.IpRange;
import dev.apikeys.core.key.KeyDisplay;
import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyGrant;
import dev.apikeys.core.model.KeyLabel;
import dev.apikeys.core.model.KeyLifecycle;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.core.model.KeyRestrictions;
import dev.apikeys.core.model.KeySecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keys for tests: good ones, of which a test changes only what it is about. */
public final class TestKeys {

    /** When the tests take place. */
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** When the keys were made. */
    public static final Instant CREATED = NOW.minus(Duration.ofDays(30));

    /** The value of the keys. */
    public static final String PLAINTEXT = "sk_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Qk";

    private TestKeys() {}

    public static KeyValue value() {
        return KeyValue.of(PLAINTEXT);
    }

    /** The current secret of {@link #PLAINTEXT}. */
    public static KeySecret secret() {
        return secretOf(PLAINTEXT);
    }

    /** A current secret of any text, displayed as if it had the prefix {@code sk_live_}. */
    public static KeySecret secretOf(String plaintext) {
        KeyDisplay display = new KeyDisplay("sk_live_", "7f9a2b", "p4Qk");
        return new KeySecret(KeyHash.of(KeyValue.of(plaintext)), display, CREATED, Optional.empty());
    }

    /** The secret with an end, as a rotation leaves it. */
    public static KeySecret replaced(KeySecret secret, Instant validUntil) {
        return new KeySecret(secret.hash(), secret.display(), secret.createdAt(), Optional.of(validUntil));
    }

    public static ApiKey active() {
        return aKey().build();
    }

    public static Builder aKey() {
        return new Builder();
    }

    /** Starts from an active, unrestricted client key without expiry. */
    public static final class Builder {

        private boolean enabled = true;
        private Optional<Instant> expiresAt = Optional.empty();
        private Optional<Instant> revokedAt = Optional.empty();
        private AllowedIps allowedIps = AllowedIps.ALL;
        private List<KeySecret> secrets = List.of(secret());

        public Builder disabled() {
            enabled = false;
            return this;
        }

        public Builder expiringAt(Instant instant) {
            expiresAt = Optional.of(instant);
            return this;
        }

        public Builder revokedAt(Instant instant) {
            revokedAt = Optional.of(instant);
            return this;
        }

        public Builder onlyFrom(String... ranges) {
            allowedIps = new AllowedIps(Stream.of(ranges)
                    .map(range -> IpRange.parse(range).toOptional().orElseThrow())
                    .toList());
            return this;
        }

        public Builder withSecrets(KeySecret... values) {
            secrets = List.of(values);
            return this;
        }

        public ApiKey build() {
            return new ApiKey(
                    "6f1c2a52-7a4f-4f0e-9a43-0d7f2f7a1c11",
                    new KeyOwner("realm", "client", Optional.empty()),
                    new KeyLabel("nightly export", Optional.empty(), Optional.of("live"), "{}"),
                    new KeyGrant(false, Set.of("calls-read")),
                    new KeyRestrictions(allowedIps, Optional.empty()),
                    new KeyLifecycle(
                            enabled, CREATED, CREATED, expiresAt, revokedAt, revokedAt.map(at -> "administrator")),
                    secrets,
                    1);
        }
    }
}
