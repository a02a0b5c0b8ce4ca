package dev.apikeys.keycloak.store;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import org.keycloak.storage.StorageId;

/**
 * Lets those who count keys of the same owner and add to them come one after the other, until their transactions end. The row
 * of the realm is locked before those of clients: nobody waits for somebody who waits for them.
 */
public final class OwnerLocks {

    private final EntityManager entityManager;
    private final String realmId;

    OwnerLocks(EntityManager entityManager, String realmId) {
        this.entityManager = entityManager;
        this.realmId = realmId;
    }

    /** For all personal keys of the realm. */
    public void lockRealm() {
        lockRow("REALM", realmId);
    }

    /** For keys of the client. One of a federated store has no row to lock; its realm's row stands in. */
    public void lockClient(String clientId) {
        if (!lockRow("CLIENT", clientId)) {
            lockRealm();
        }
    }

    /**
     * For keys of several clients, in one order.
     *
     * @return false when one of the clients is gone: somebody has deleted it since it was found
     */
    public boolean lockClients(Collection<String> clientIds) {
        if (!clientIds.stream().allMatch(StorageId::isLocalStorage)) {
            lockRealm();
        }
        return clientIds.stream().filter(StorageId::isLocalStorage).sorted().allMatch(id -> lockRow("CLIENT", id));
    }

    private boolean lockRow(String table, String id) {
        return !entityManager
                .createNativeQuery("select ID from " + table + " where ID = :id for update")
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }
}
