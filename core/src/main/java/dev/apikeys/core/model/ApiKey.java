package dev.apikeys.core.model;

import dev.apikeys.core.key.KeyHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An opaque bearer credential of a client.
 *
 * @param id a UUID
 * @param secrets the current value and, after a rotation, the one it replaced; after an import perhaps another one that has ended
 * @param version counts the changes of the key
 */
public record ApiKey(
        String id,
        KeyOwner owner,
        KeyLabel label,
        KeyGrant grant,
        KeyRestrictions restrictions,
        KeyLifecycle lifecycle,
        List<KeySecret> secrets,
        long version) {

    public ApiKey {
        secrets = List.copyOf(secrets);
    }

    public KeyStatus status(Instant now) {
        return lifecycle.status(now);
    }

    /** The value of this key that has the hash. */
    public Optional<KeySecret> secret(KeyHash hash) {
        return secrets.stream().filter(secret -> secret.hash().equals(hash)).findFirst();
    }

    /** The value that the last create or rotate handed out. */
    public KeySecret currentSecret() {
        return secrets.stream().filter(KeySecret::current).findFirst().orElseThrow();
    }

    /** Until when the value replaced by the last rotation is still good; empty when no overlap is running. */
    public Optional<Instant> overlapUntil(Instant now) {
        return secrets.stream()
                .filter(secret -> !secret.superseded(now))
                .flatMap(secret -> secret.validUntil().stream())
                .findFirst();
    }

    /** The same key with what its owner may edit; the value stays. */
    public ApiKey edited(
            KeyLabel newLabel,
            KeyGrant newGrant,
            KeyRestrictions newRestrictions,
            Optional<Instant> expiresAt,
            Instant now) {
        KeyLifecycle edited = lifecycle.edited(expiresAt, now);
        return new ApiKey(id, owner, newLabel, newGrant, newRestrictions, edited, secrets, version);
    }

    /** The same key switched on or off. */
    public ApiKey switched(boolean enabled, Instant now) {
        return with(lifecycle.switched(enabled, now), secrets);
    }

    /** The same key, ended for good. */
    public ApiKey revoked(String by, Instant now) {
        return with(lifecycle.revoked(by, now), secrets);
    }

    /**
     * The same key with another value. The value it had stays good for the overlap; one that was replaced earlier is
     * forgotten, so that no rotation leaves more than two.
     */
    public ApiKey rotated(KeySecret next, Duration overlap, Instant now) {
        KeySecret current = currentSecret();
        KeySecret replaced =
                new KeySecret(current.hash(), current.display(), current.createdAt(), Optional.of(now.plus(overlap)));
        return with(lifecycle.edited(lifecycle.expiresAt(), now), List.of(next, replaced));
    }

    /** The same key with its current value alone: what is left of the overlap of a rotation ends. */
    public ApiKey withoutOverlap(Instant now) {
        List<KeySecret> remaining =
                secrets.stream().map(secret -> secret.endedBy(now)).toList();
        return with(lifecycle.edited(lifecycle.expiresAt(), now), remaining);
    }

    private ApiKey with(KeyLifecycle newLifecycle, List<KeySecret> newSecrets) {
        return new ApiKey(id, owner, label, grant, restrictions, newLifecycle, newSecrets, version);
    }
}
