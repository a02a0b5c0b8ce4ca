package dev.apikeys.keycloak.keys;

import dev.apikeys.core.model.KeySecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key as a record of an import tells it.
 *
 * @param externalId what the other system calls the key
 * @param draft what can be changed later; its environment is empty when the record names none
 * @param secrets the current value first, and the one that it replaced, if that may still be in use
 * @param dated whether the record tells when the current value was made, by its own date or by that of the key
 * @param createdAt when the key was made; now, when the record does not tell
 * @param revokedAt since when it is revoked; empty when it is not
 */
record KeyRecord(
        String externalId,
        KeyDraft draft,
        List<KeySecret> secrets,
        boolean dated,
        Instant createdAt,
        Optional<Instant> revokedAt) {

    KeyRecord {
        secrets = List.copyOf(secrets);
    }

    KeySecret currentSecret() {
        return secrets.get(0);
    }

    /** The value that the current one replaced. */
    Optional<KeySecret> previous() {
        return secrets.stream().filter(secret -> !secret.current()).findFirst();
    }

    /** Whether the key can do nothing any more, so that policies for keys in use mean nothing to it. */
    boolean ended(Instant now) {
        return revokedAt.isPresent()
                || draft.expiresAt().filter(end -> !now.isBefore(end)).isPresent();
    }
}
