package dev.apikeys.keycloak.store;

import dev.apikeys.keycloak.cache.Invalidations;
import dev.apikeys.keycloak.cache.KeyCacheProvider;
import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Takes away all at once what keys of one realm have of something that is no longer there. */
final class KeyRemoval {

    private final EntityManager entityManager;
    private final String realmId;
    private final Invalidations invalidations;

    private KeyRemoval(EntityManager entityManager, String realmId, Invalidations invalidations) {
        this.entityManager = entityManager;
        this.realmId = realmId;
        this.invalidations = invalidations;
    }

    static KeyRemoval in(KeycloakSession session, RealmModel realm) {
        return new KeyRemoval(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                realm.getId(),
                session.getProvider(KeyCacheProvider.class).invalidations());
    }

    /** To be called before a removal at the very end of the transaction, when Keycloak takes no more orders for after it. */
    void mayFollow() {
        invalidations.changedMany();
    }

    void ofRealm() {
        removeWhere("k.realmId = :value", realmId);
    }

    void ofClient(String clientId) {
        removeWhere("k.clientId = :value", clientId);
    }

    void ofUser(String userId) {
        removeWhere("k.userId = :value", userId);
    }

    /** The keys stay, without the client scope. */
    void ofScope(String scopeId) {
        invalidations.changedMany();
        entityManager
                .createNativeQuery("delete from API_KEY_SCOPE where SCOPE_ID = :scopeId")
                .setParameter("scopeId", scopeId)
                .executeUpdate();
    }

    private void removeWhere(String condition, String value) {
        invalidations.changedMany();
        entityManager
                .createQuery("delete from ApiKeyEntity k where k.realmId = :realmId and " + condition)
                .setParameter("realmId", realmId)
                .setParameter("value", value)
                .executeUpdate();
    }
}
