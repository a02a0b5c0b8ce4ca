package dev.apikeys.keycloak.store;

import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.keycloak.cache.Invalidations;
import dev.apikeys.keycloak.cache.KeyCacheProvider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The keys of one realm in Keycloak's database. */
public final class KeyRepository {

    private final EntityManager entityManager;
    private final String realmId;
    private final Invalidations invalidations;

    private KeyRepository(EntityManager entityManager, String realmId, Invalidations invalidations) {
        this.entityManager = entityManager;
        this.realmId = realmId;
        this.invalidations = invalidations;
    }

    /** The keys of the realm as this session sees them. */
    public static KeyRepository of(KeycloakSession session, RealmModel realm) {
        return new KeyRepository(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                realm.getId(),
                session.getProvider(KeyCacheProvider.class).invalidations());
    }

    /** One indexed read, whatever the number of keys. */
    public Optional<ApiKey> findByHash(KeyHash hash) {
        return entityManager
                .createQuery(
                        "select k from ApiKeySecretEntity s join s.key k left join fetch k.secrets"
                                + " left join fetch k.scopeIds where s.hash = :hash and k.realmId = :realmId",
                        ApiKeyEntity.class)
                .setParameter("hash", hash)
                .setParameter("realmId", realmId)
                .getResultStream()
                .findFirst()
                .map(KeyMapping::read);
    }

    public Optional<StoredKey> findById(String id) {
        return read(entityManager.find(ApiKeyEntity.class, id));
    }

    /** The key, which nobody else can change or delete until this transaction ends. */
    public Optional<StoredKey> lockById(String id) {
        return read(entityManager.find(ApiKeyEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Optional<StoredKey> read(@Nullable ApiKeyEntity found) {
        return Optional.ofNullable(found)
                .filter(row -> row.realmId.equals(realmId))
                .map(row -> new StoredKey(
                        KeyMapping.read(row),
                        Optional.ofNullable(entityManager.find(ApiKeyLastUsedEntity.class, row.id))
                                .flatMap(used -> KeyMapping.instant(used.usedAt))))
                .filter(StoredKey::isWhole);
    }

    public List<StoredKey> list(KeyFilter filter, KeyPage page, Instant now) {
        return new KeyQuery(realmId, filter, now)
                .list(entityManager, page, now)
                .getResultStream()
                .map(row -> new StoredKey(KeyMapping.read((ApiKeyEntity) row[0]), KeyMapping.instant((Long) row[1])))
                .filter(StoredKey::isWhole)
                .toList();
    }

    /**
     * The next keys in the order of their ids: pages of any number, each as cheap as the first.
     *
     * @param id of the last key of the page before; empty for the first page
     */
    public List<ApiKey> listAfter(KeyFilter filter, String id, int max, Instant now) {
        return new KeyQuery(realmId, filter, now)
                .listAfter(entityManager, id, max)
                .getResultStream()
                .map(KeyMapping::read)
                .toList();
    }

    public long count(KeyFilter filter, Instant now) {
        return new KeyQuery(realmId, filter, now).count(entityManager).getSingleResult();
    }

    /** How many keys of the client are active for the same subject. */
    public long countActiveBeside(KeyOwner owner, Instant now) {
        return count(KeyFilter.activeBeside(owner), now);
    }

    /** How many personal keys of the user are active, over all clients. */
    public long countActiveOfUser(String userId, Instant now) {
        return count(KeyFilter.activeOfUser(userId), now);
    }

    /** How many keys are disabled, expired or revoked: of a user over all clients, or of the client itself. */
    public long countInactive(KeyOwner owner, Instant now) {
        return owner.userId()
                .map(id -> count(KeyFilter.allOfUser(id), now) - countActiveOfUser(id, now))
                .orElseGet(() -> count(KeyFilter.allBeside(owner), now) - countActiveBeside(owner, now));
    }

    /** Internal ids of the clients that have keys. */
    public List<String> clientIds() {
        return entityManager
                .createQuery("select distinct k.clientId from ApiKeyEntity k where k.realmId = :realmId", String.class)
                .setParameter("realmId", realmId)
                .getResultList();
    }

    /** Held until this transaction ends. */
    public OwnerLocks locks() {
        return new OwnerLocks(entityManager, realmId);
    }

    public void add(ApiKey key) {
        invalidations.changed(key);
        ApiKeyEntity row = new ApiKeyEntity(key.id());
        KeyMapping.write(key, row);
        entityManager.persist(row);
        entityManager.flush();
    }

    /**
     * Writes the key over the version that it was read as by {@link #lockById}.
     *
     * @return the key with its new version, or empty when somebody else changed or deleted it in between
     */
    public Optional<ApiKey> replace(ApiKey key) {
        ApiKeyEntity row = entityManager.find(ApiKeyEntity.class, key.id());
        if (row == null || row.version != key.version()) {
            return Optional.empty();
        }
        invalidations.changed(KeyMapping.read(row));
        KeyMapping.write(key, row);
        entityManager.flush();
        ApiKey written = KeyMapping.read(row);
        invalidations.changed(written);
        return Optional.of(written);
    }

    public void delete(String id) {
        ApiKeyEntity row = entityManager.find(ApiKeyEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row != null && row.realmId.equals(realmId)) {
            invalidations.changed(KeyMapping.read(row));
            entityManager.remove(row);
            entityManager.flush();
        }
    }
}
