package dev.apikeys.keycloak.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeySecret;
import dev.apikeys.core.model.KeyStatus;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.directory.ClientScopes;
import dev.apikeys.keycloak.keys.Imported;
import dev.apikeys.keycloak.keys.KeyImports;
import dev.apikeys.keycloak.store.ImportedKeys;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/** Some records of an import in one transaction, none of them with the external id of another. */
final class ImportChunk {

    private static final Violation UNREADABLE = new Violation(
            "", "", "a JSON object without duplicate fields, of at most " + RecordSource.LONGEST_RECORD + " bytes");

    private final RealmKeys realmKeys;
    private final ImportedKeys keys;
    private final Importer importer;
    private final Instant now;
    private final KeyImports imports;
    private final Map<String, ClientScopes> scopes = new HashMap<>();

    ImportChunk(KeycloakSession session, RealmModel realm, Importer importer) {
        this.realmKeys = new RealmKeys(session, realm);
        this.keys = new ImportedKeys(session, realm);
        this.importer = importer;
        this.now = realmKeys.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        this.imports = new KeyImports(realmKeys.settings(), importer.id(), now);
    }

    /** Writes what is not refused; or throws, and nothing is written. */
    List<Imported> write(List<NumberedRecord> records) {
        List<OwnedRecord> owned = records.stream().map(this::owned).toList();
        Map<String, ApiKey> existing = existing(owned);
        List<Imported> outcomes = withFreeHashes(
                owned.stream().map(record -> decide(record, existing)).toList());
        List<ApiKey> made = outcomes.stream()
                .flatMap(outcome -> outcome instanceof Imported.New some ? Stream.of(some.key()) : Stream.empty())
                .toList();
        List<ApiKey> changed = outcomes.stream()
                .flatMap(outcome -> outcome instanceof Imported.Changed some ? Stream.of(some.key()) : Stream.empty())
                .toList();
        if (!keys.addAll(made) || !keys.addValues(changed)) {
            throw new ChunkConflict();
        }
        changed.forEach(this::replace);
        return outcomes;
    }

    /** Of a record and whose key it is. */
    private record OwnedRecord(ObjectNode json, RecordOwners.Reading owner) {}

    private OwnedRecord owned(NumberedRecord record) {
        return record.json()
                .map(json -> new OwnedRecord(json, importer.owners().find(json)))
                .orElseGet(() -> new OwnedRecord(
                        JsonSerialization.createObjectNode(), new RecordOwners.Refused(List.of(UNREADABLE))));
    }

    /**
     * Nobody holds up the keys of clients that they may not manage. The clients come first, as for whoever deletes one: then all keys
     * of a client that goes are seen by whoever removes them.
     */
    private Map<String, ApiKey> existing(List<OwnedRecord> records) {
        Set<String> externalIds = new HashSet<>();
        Set<String> clientIds = new HashSet<>();
        for (OwnedRecord record : records) {
            if (record.owner() instanceof RecordOwners.Found found) {
                KeyImports.externalId(record.json()).ifPresent(externalIds::add);
                clientIds.add(found.owner().clientId());
            }
        }
        if (!realmKeys.repository().locks().lockClients(clientIds)) {
            throw new ChunkConflict();
        }
        return keys.lock(externalIds, clientIds);
    }

    private Imported decide(OwnedRecord record, Map<String, ApiKey> existing) {
        if (record.owner() instanceof RecordOwners.Found found) {
            return imports.decide(
                    found.owner(),
                    scopes.computeIfAbsent(found.client().getId(), id -> new ClientScopes(found.client())),
                    record.json(),
                    KeyImports.externalId(record.json()).flatMap(id -> Optional.ofNullable(existing.get(id))));
        }
        return new Imported.Refused(((RecordOwners.Refused) record.owner()).violations());
    }

    /** A record that is refused takes no hash from those after it. */
    private List<Imported> withFreeHashes(List<Imported> outcomes) {
        List<KeyHash> wanted = outcomes.stream()
                .flatMap(outcome -> secrets(outcome).stream())
                .map(KeySecret::hash)
                .toList();
        Map<KeyHash, String> taken = new HashMap<>(keys.keysOf(wanted));
        List<Imported> free = new ArrayList<>();
        for (Imported outcome : outcomes) {
            Optional<ApiKey> key = key(outcome);
            if (key.filter(some -> !areFree(some, taken)).isPresent()) {
                free.add(Imported.Refused.because("hash", "that of a value that no other key has"));
            } else {
                key.ifPresent(some -> some.secrets().forEach(secret -> taken.put(secret.hash(), some.id())));
                free.add(outcome);
            }
        }
        return free;
    }

    private static boolean areFree(ApiKey key, Map<KeyHash, String> taken) {
        return key.secrets().stream()
                .allMatch(secret -> taken.getOrDefault(secret.hash(), key.id()).equals(key.id()));
    }

    private static List<KeySecret> secrets(Imported outcome) {
        return key(outcome).map(ApiKey::secrets).orElse(List.of());
    }

    private static Optional<ApiKey> key(Imported outcome) {
        if (outcome instanceof Imported.New made) {
            return Optional.of(made.key());
        }
        return outcome instanceof Imported.Changed changed ? Optional.of(changed.key()) : Optional.empty();
    }

    private void replace(ApiKey key) {
        ApiKey written = realmKeys.repository().replace(key).orElseThrow(ChunkConflict::new);
        if (written.status(now) == KeyStatus.REVOKED) {
            realmKeys.notices().revoked(written);
        }
        importer.changes().changed(written);
    }
}
