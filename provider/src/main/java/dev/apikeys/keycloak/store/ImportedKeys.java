package dev.apikeys.keycloak.store;

import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.cache.Invalidations;
import dev.apikeys.keycloak.cache.KeyCacheProvider;
import dev.apikeys.keycloak.store.KeyRows.Outcome;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The keys of a realm as an import of many needs them: found and added by the hundred. */
public final class ImportedKeys {

    private final EntityManager entityManager;
    private final String realmId;
    private final Invalidations invalidations;

    public ImportedKeys(KeycloakSession session, RealmModel realm) {
        this.entityManager = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realm.getId();
        this.invalidations = session.getProvider(KeyCacheProvider.class).invalidations();
    }

    /**
     * The keys that have these external ids, or were made here under them, by external id. Nobody else can change those of the
     * clients until this transaction ends; all imports lock in the same order. Those of other clients are found and not locked.
     */
    public Map<String, ApiKey> lock(Collection<String> externalIds, Collection<String> clientIds) {
        Map<String, String> digests = externalIds.stream()
                .collect(Collectors.toMap(id -> KeyMapping.externalDigest(realmId, id), Function.identity()));
        Map<String, ApiKey> found = new HashMap<>();
        if (externalIds.isEmpty()) {
            return found;
        }
        rows("k.id in (:some) and k.externalId is null", externalIds, clientIds)
                .forEach(row -> found.put(row.id, KeyMapping.read(row)));
        rows("k.externalDigest in (:some)", digests.keySet(), clientIds)
                .forEach(row -> found.put(digests.get(row.externalDigest), KeyMapping.read(row)));
        return found;
    }

    private List<ApiKeyEntity> rows(String condition, Collection<String> some, Collection<String> clientIds) {
        List<ApiKeyEntity> rows = new ArrayList<>(
                rows(condition + " and k.clientId in (:clients)", some, clientIds, LockModeType.PESSIMISTIC_WRITE));
        rows.addAll(rows(condition + " and k.clientId not in (:clients)", some, clientIds, LockModeType.NONE));
        return rows;
    }

    private List<ApiKeyEntity> rows(
            String condition, Collection<String> some, Collection<String> clientIds, LockModeType lock) {
        return entityManager
                .createQuery(
                        "select k from ApiKeyEntity k where k.realmId = :realmId and " + condition + " order by k.id",
                        ApiKeyEntity.class)
                .setParameter("realmId", realmId)
                .setParameter("some", some)
                .setParameter("clients", clientIds)
                .setLockMode(lock)
                .getResultList();
    }

    /** The ids of the keys that have these hashes, in whatever realm: a hash has one key only. */
    public Map<KeyHash, String> keysOf(Collection<KeyHash> hashes) {
        return hashes.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery(
                                "select s.hash, s.key.id from ApiKeySecretEntity s where s.hash in (:hashes)",
                                Object[].class)
                        .setParameter("hashes", hashes)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (KeyHash) row[0], row -> (String) row[1]));
    }

    /**
     * Adds new keys.
     *
     * @return false when somebody else was faster with one of them: then this transaction must not be committed
     */
    public boolean addAll(List<ApiKey> keys) {
        keys.forEach(invalidations::changed);
        return isWritten(connection -> KeyRows.insert(connection, keys));
    }

    /**
     * Adds those values of locked keys that the keys do not have yet, so that {@link KeyRepository#replace} finds them there: what
     * the database says of one that is there already is for nobody's log.
     *
     * @return false when somebody else was faster with one of them: then this transaction must not be committed
     */
    public boolean addValues(List<ApiKey> keys) {
        List<ApiKeySecretEntity> secrets = new ArrayList<>();
        for (ApiKey key : keys) {
            @Nullable ApiKeyEntity row = entityManager.find(ApiKeyEntity.class, key.id());
            if (row == null) {
                return false;
            }
            secrets.addAll(KeyMapping.newSecrets(key, row));
        }
        if (!isWritten(connection -> KeyRows.insertValues(connection, secrets))) {
            return false;
        }
        secrets.stream().map(secret -> secret.key).distinct().forEach(entityManager::detach);
        return true;
    }

    private boolean isWritten(ReturningWork<Outcome> work) {
        return entityManager.unwrap(Session.class).doReturningWork(work) == Outcome.WRITTEN;
    }
}
