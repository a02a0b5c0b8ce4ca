package dev.apikeys.keycloak.store;

import dev.apikeys.core.model.ApiKey;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Several keys of a realm in one read. */
public record KeysById(EntityManager entityManager, RealmModel realm) {

    public static KeysById of(KeycloakSession session, RealmModel realm) {
        return new KeysById(session.getProvider(JpaConnectionProvider.class).getEntityManager(), realm);
    }

    /** Those that exist in the realm, by their id. */
    public Map<String, ApiKey> find(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery(
                                "select k from ApiKeyEntity k where k.realmId = :realmId and k.id in (:ids)",
                                ApiKeyEntity.class)
                        .setParameter("realmId", realm.getId())
                        .setParameter("ids", ids)
                        .getResultStream()
                        .map(KeyMapping::read)
                        .collect(Collectors.toMap(ApiKey::id, Function.identity()));
    }
}
