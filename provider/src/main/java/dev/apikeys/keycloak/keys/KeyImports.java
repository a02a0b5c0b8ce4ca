package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyLabel;
import dev.apikeys.core.model.KeyLifecycle;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.core.model.KeyStatus;
import dev.apikeys.core.settings.KeyPolicy;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.directory.ClientScopes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides about records of an import by the rules of the realm, which are those of a key that an administrator makes or
 * edits. How many keys may be active is not among them: whoever moves house brings what there is.
 */
public final class KeyImports {

    private final RealmSettings settings;
    private final KeyPolicy policy;
    private final String importer;
    private final Instant now;

    /**
     * @param importer Keycloak's id of who imports, and revokes by that
     * @param now in milliseconds, as instants are stored
     */
    public KeyImports(RealmSettings settings, String importer, Instant now) {
        this.settings = settings;
        this.policy = new KeyPolicy(settings);
        this.importer = importer;
        this.now = now;
    }

    /** What the record calls its key; empty when it says nothing that can be an external id. */
    public static Optional<String> externalId(ObjectNode json) {
        return Optional.of(json.path(KeyRecordReader.EXTERNAL_ID))
                .filter(id -> id.isTextual() && JsonFields.isPrintable(id.textValue()))
                .map(id -> id.textValue().strip())
                .filter(id -> !id.isEmpty());
    }

    /**
     * What becomes of a record. Whether its hashes are free is for the caller to find out.
     *
     * @param owner whose key it is
     * @param scopes what keys of the client can be given
     * @param existing the key of the realm that has the external id
     */
    public Imported decide(KeyOwner owner, ClientScopes scopes, ObjectNode json, Optional<ApiKey> existing) {
        if (existing.filter(key -> !key.owner().equals(owner)).isPresent()) {
            return Imported.Refused.because(
                    KeyRecordReader.EXTERNAL_ID, "one that no key of another client or user has; that of a key stays");
        }
        KeyRecordReader.Reading reading = new KeyRecordReader(scopes, now).read(json, existing);
        if (reading.record().isEmpty()) {
            return new Imported.Refused(reading.violations());
        }
        KeyRecord record = reading.record().get();
        return existing.map(key -> change(key, record)).orElseGet(() -> make(owner, record));
    }

    private Imported make(KeyOwner owner, KeyRecord record) {
        List<Violation> violations = new ArrayList<>(settings.violations());
        record.draft()
                .environment()
                .filter(name -> settings.get(RealmSettings.PREFIXES)
                        .forEnvironment(name)
                        .isEmpty())
                .ifPresent(name -> violations.add(new Violation(
                        "environment",
                        name,
                        "one of this realm: "
                                + settings.get(RealmSettings.PREFIXES).environments())));
        if (!record.ended(now)) {
            violations.addAll(Strictness.ADMINISTRATORS.violationsOfNew(policy, record.draft(), now));
        }
        if (!violations.isEmpty()) {
            return new Imported.Refused(violations);
        }
        KeyLifecycle lifecycle = new KeyLifecycle(
                record.draft().enabled(),
                record.createdAt(),
                now,
                record.draft().expiresAt(),
                record.revokedAt(),
                Optional.empty());
        return new Imported.New(new ApiKey(
                UUID.randomUUID().toString(),
                owner,
                label(record.draft(), record.draft().environment(), Optional.of(record.externalId())),
                record.draft().grant(),
                record.draft().restrictions(),
                lifecycle,
                record.secrets(),
                0));
    }

    private Imported change(ApiKey key, KeyRecord record) {
        if (key.status(now) == KeyStatus.REVOKED) {
            return record.revokedAt().isPresent()
                    ? new Imported.Unchanged()
                    : Imported.Refused.because("revokedAt", "that of a revoked key: revocation is final");
        }
        if (record.draft().environment().isPresent()
                && !record.draft().environment().equals(key.label().environment())) {
            return Imported.Refused.because("environment", "what it was when the key was made");
        }
        ImportedValues values = new ImportedValues(key, record, now);
        if (values.refusal().isPresent()) {
            return new Imported.Refused(List.of(values.refusal().get()));
        }
        if (!record.ended(now)) {
            List<Violation> violations = Strictness.ADMINISTRATORS.violationsOfChange(policy, record.draft(), key, now);
            if (!violations.isEmpty()) {
                return new Imported.Refused(violations);
            }
        }
        return changed(key, record, values, key.lifecycle().updatedAt()).equals(key)
                ? new Imported.Unchanged()
                : new Imported.Changed(key, changed(key, record, values, now));
    }

    private ApiKey changed(ApiKey key, KeyRecord record, ImportedValues values, Instant updatedAt) {
        KeyLifecycle lifecycle = new KeyLifecycle(
                record.draft().enabled(),
                key.lifecycle().createdAt(),
                updatedAt,
                record.draft().expiresAt(),
                record.revokedAt(),
                record.revokedAt().map(when -> importer));
        return new ApiKey(
                key.id(),
                key.owner(),
                label(record.draft(), key.label().environment(), key.label().externalId()),
                record.draft().grant(),
                record.draft().restrictions(),
                lifecycle,
                values.secrets(),
                key.version());
    }

    private static KeyLabel label(KeyDraft draft, Optional<String> environment, Optional<String> externalId) {
        return new KeyLabel(draft.name().orElseThrow(), draft.description(), environment, draft.metadata(), externalId);
    }
}
