package dev.apikeys.keycloak.keys;

import dev.apikeys.core.Violation;
import dev.apikeys.core.key.KeyFormat;
import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.key.KeyPrefix;
import dev.apikeys.core.key.KeyPrefixes;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyLabel;
import dev.apikeys.core.model.KeyLifecycle;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.core.model.KeySecret;
import dev.apikeys.core.model.KeyStatus;
import dev.apikeys.core.settings.KeyPolicy;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.store.KeyRepository;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes and changes the keys of one realm by the rules of that realm. */
public final class KeyAdministration {

    /** What is wrong with the settings is for administrators to read. */
    public static final Change NOT_SET_UP = new Change.Conflict(
            "keys cannot be made now, because an administrator has to put the settings of API keys right");

    private final KeyRepository keys;
    private final RealmSettings settings;
    private final SecureRandom random;
    private final Clock clock;
    private final KeyPolicy policy;
    private final KeyRoom room;
    private final Strictness strictness;

    public KeyAdministration(
            KeyRepository keys, RealmSettings settings, SecureRandom random, Clock clock, Strictness strictness) {
        this.keys = keys;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
        this.policy = new KeyPolicy(settings);
        this.room = new KeyRoom(keys, settings);
        this.strictness = strictness;
    }

    /** Makes a key with a new value. */
    public Change create(KeyOwner owner, KeyDraft draft) {
        Instant now = now();
        KeyPrefixes prefixes = settings.get(RealmSettings.PREFIXES);
        Optional<KeyPrefix> prefix =
                draft.environment().map(prefixes::forEnvironment).orElse(Optional.of(prefixes.defaultPrefix()));
        if (strictness == Strictness.OWNERS && !settings.violations().isEmpty()) {
            return NOT_SET_UP;
        }
        List<Violation> violations = new ArrayList<>(settings.violations());
        if (prefix.isEmpty()) {
            violations.add(new Violation(
                    "environment", draft.environment().orElse(""), "one of this realm: " + prefixes.environments()));
        }
        violations.addAll(strictness.violationsOfNew(policy, draft, now));
        if (prefix.isEmpty() || !violations.isEmpty()) {
            return new Change.Invalid(violations);
        }
        Optional<Change> full = room.refusal(owner, now).or(() -> room.refusalOfMore(owner, now, strictness));
        if (full.isPresent()) {
            return full.get();
        }
        KeyValue value = KeyFormat.mint(prefix.get(), random);
        ApiKey key = new ApiKey(
                UUID.randomUUID().toString(),
                owner,
                label(draft, prefix.get().environment(), Optional.empty()),
                draft.grant(),
                draft.restrictions(),
                new KeyLifecycle(true, now, now, draft.expiresAt(), Optional.empty(), Optional.empty()),
                List.of(secret(value, now)),
                0);
        keys.add(key);
        return new Change.Done(key, Optional.of(value));
    }

    /** Changes what may be edited; the value stays. */
    public Change update(ApiKey key, KeyDraft draft) {
        Instant now = now();
        if (key.status(now) == KeyStatus.REVOKED) {
            return revokedConflict(key);
        }
        if (strictness.refusesRevival(draft, key, now)) {
            return new Change.Conflict("key %s has expired and stays so; make a new one".formatted(key.id()));
        }
        List<Violation> violations = strictness.violationsOfChange(policy, draft, key, now);
        if (!violations.isEmpty()) {
            return new Change.Invalid(violations);
        }
        ApiKey edited = key.edited(
                        label(draft, key.label().environment(), key.label().externalId()),
                        draft.grant(),
                        draft.restrictions(),
                        draft.expiresAt(),
                        now)
                .switched(draft.enabled(), now);
        return replace(key, edited, now);
    }

    /** Switches the key on or off. */
    public Change switchTo(ApiKey key, boolean enabled) {
        Instant now = now();
        return key.status(now) == KeyStatus.REVOKED
                ? revokedConflict(key)
                : replace(key, key.switched(enabled, now), now);
    }

    /** Ends the key for good; revoking it again changes nothing. */
    public Change revoke(ApiKey key, String by) {
        Instant now = now();
        return key.status(now) == KeyStatus.REVOKED
                ? new Change.Done(key, Optional.empty())
                : replace(key, key.revoked(by, now), now);
    }

    /** Ends the value that the last rotation replaced; the current one stays. */
    public Change endOverlap(ApiKey key) {
        Instant now = now();
        return replace(key, key.withoutOverlap(now), now);
    }

    /**
     * Gives the key another value.
     *
     * @param overlap how long the value it had stays good
     */
    public Change rotate(ApiKey key, Duration overlap) {
        Instant now = now();
        KeyStatus status = key.status(now);
        if (status == KeyStatus.REVOKED || status == KeyStatus.EXPIRED) {
            return new Change.Conflict("key %s is %s and cannot be rotated".formatted(key.id(), status.code()));
        }
        List<Violation> violations = strictness.violationsOfRotation(policy, key, now);
        if (!violations.isEmpty()) {
            return new Change.Invalid(violations);
        }
        KeyValue value = KeyFormat.mint(prefixOf(key), random);
        Change change = replace(key, key.rotated(secret(value, now), overlap, now), now);
        return change instanceof Change.Done done ? new Change.Done(done.key(), Optional.of(value)) : change;
    }

    private Change replace(ApiKey before, ApiKey after, Instant now) {
        if (before.status(now) != KeyStatus.ACTIVE && after.status(now) == KeyStatus.ACTIVE) {
            Optional<Change> full = room.refusal(after.owner(), now);
            if (full.isPresent()) {
                return full.get();
            }
        }
        return keys.replace(after)
                .<Change>map(written -> new Change.Done(written, Optional.empty()))
                .orElseGet(() -> new Change.Conflict(
                        "key %s was changed by somebody else in the meantime; read it again".formatted(before.id())));
    }

    /** The next value begins like the current one, unless the realm no longer has that beginning. */
    private KeyPrefix prefixOf(ApiKey key) {
        KeyPrefixes prefixes = settings.get(RealmSettings.PREFIXES);
        return prefixes.all().stream()
                .filter(prefix ->
                        prefix.value().equals(key.currentSecret().display().prefix()))
                .findFirst()
                .or(() -> key.label().environment().flatMap(prefixes::forEnvironment))
                .orElseGet(prefixes::defaultPrefix);
    }

    private static KeyLabel label(KeyDraft draft, Optional<String> environment, Optional<String> externalId) {
        return new KeyLabel(draft.name().orElseThrow(), draft.description(), environment, draft.metadata(), externalId);
    }

    private static KeySecret secret(KeyValue value, Instant now) {
        return new KeySecret(KeyHash.of(value), KeyFormat.parse(value).orElseThrow(), now, Optional.empty());
    }

    private static Change revokedConflict(ApiKey key) {
        return new Change.Conflict("key %s is revoked, which is final".formatted(key.id()));
    }

    /** Instants are stored in milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
