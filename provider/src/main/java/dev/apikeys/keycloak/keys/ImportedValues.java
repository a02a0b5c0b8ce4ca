package dev.apikeys.keycloak.keys;

import dev.apikeys.core.Violation;
import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeySecret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the values of a key that is here already. A file may be of last month: it must not bring back a value that
 * was rotated away, perhaps because it had leaked.
 */
final class ImportedValues {

    private final ApiKey key;
    private final KeyRecord record;
    private final Instant now;

    ImportedValues(ApiKey key, KeyRecord record, Instant now) {
        this.key = key;
        this.record = record;
        this.now = now;
    }

    /** Why the key cannot have the values of the record. */
    Optional<Violation> refusal() {
        if (isSame()) {
            return keepsPrevious()
                    ? Optional.empty()
                    : Optional.of(
                            new Violation("previous", "", "that of the key, as long as the current value is the same"));
        }
        if (!isLater() || isReplaced(record.currentSecret().hash())) {
            return Optional.of(new Violation(
                    "hash", "", "that of the key's value, or of a value that was made later, as valueCreatedAt tells"));
        }
        return record.previous().filter(secret -> isReplaced(secret.hash())).isPresent()
                ? Optional.of(new Violation(
                        "previous.hash", "", "that of the key's present value, or of one that it never had here"))
                : Optional.empty();
    }

    /**
     * The values of the key from now on: what is replaced here is remembered, so that it does not come back, beside a previous one
     * that the other system has made and replaced meanwhile.
     */
    List<KeySecret> secrets() {
        if (isSame()) {
            return key.secrets();
        }
        List<KeySecret> secrets = new ArrayList<>(
                key.rotated(record.currentSecret(), Duration.ZERO, now).secrets());
        record.previous().filter(secret -> !secret.superseded(now)).ifPresent(previous -> {
            secrets.removeIf(secret -> secret.hash().equals(previous.hash()));
            secrets.add(previous);
        });
        return secrets;
    }

    private boolean isSame() {
        return record.currentSecret().hash().equals(key.currentSecret().hash());
    }

    private boolean isLater() {
        return record.dated()
                && record.currentSecret()
                        .createdAt()
                        .isAfter(key.currentSecret().createdAt());
    }

    private boolean isReplaced(KeyHash hash) {
        return key.secret(hash).filter(secret -> !secret.current()).isPresent();
    }

    /** What is over needs no place: it is forgotten here after a while, and the same file may come again. */
    private boolean keepsPrevious() {
        return record.previous()
                .filter(secret -> !secret.superseded(now))
                .map(secret -> key.secret(secret.hash())
                        .filter(known -> known.validUntil().equals(secret.validUntil()))
                        .isPresent())
                .orElse(true);
    }
}
