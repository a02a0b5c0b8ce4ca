package dev.apikeys.keycloak.store;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Where the client scopes of one realm are used; two queries, whatever the number of scopes. */
public final class ScopeUse {

    private final EntityManager entityManager;
    private final String realmId;

    public ScopeUse(KeycloakSession session, RealmModel realm) {
        this.entityManager = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realm.getId();
    }

    /**
     * A client that has a scope assigned.
     *
     * @param id Keycloak's id
     * @param clientId the OAuth client id
     */
    public record AssignedClient(String id, String clientId) {}

    /** What was found out about some scopes. */
    public record Found(Map<String, Long> keysByScope, Map<String, List<AssignedClient>> clientsByScope) {

        /** How many keys carry the scope and are not revoked. */
        public long keys(String scopeId) {
            return keysByScope.getOrDefault(scopeId, 0L);
        }

        /** The clients that have the scope as a default or optional one, in the order of their client ids. */
        public List<AssignedClient> clients(String scopeId) {
            return clientsByScope.getOrDefault(scopeId, List.of());
        }
    }

    /** Where the scopes with these ids are used. Clients of a federated store are not found. */
    public Found of(Collection<String> scopeIds) {
        return scopeIds.isEmpty() ? new Found(Map.of(), Map.of()) : new Found(keys(scopeIds), clients(scopeIds));
    }

    private Map<String, Long> keys(Collection<String> scopeIds) {
        return entityManager
                .createQuery(
                        "select s, count(k) from ApiKeyEntity k join k.scopeIds s where k.realmId = :realmId"
                                + " and k.revokedAt is null and s in (:scopeIds) group by s",
                        Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("scopeIds", scopeIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    private Map<String, List<AssignedClient>> clients(Collection<String> scopeIds) {
        return entityManager
                .createQuery(
                        "select m.clientScopeId, c.id, c.clientId from ClientScopeClientMappingEntity m, ClientEntity c"
                                + " where c.id = m.clientId and c.realmId = :realmId and m.clientScopeId in (:scopeIds)"
                                + " order by c.clientId",
                        Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("scopeIds", scopeIds)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.mapping(
                                row -> new AssignedClient((String) row[1], (String) row[2]), Collectors.toList())));
    }
}
