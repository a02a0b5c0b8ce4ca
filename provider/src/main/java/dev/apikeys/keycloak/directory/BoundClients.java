package dev.apikeys.keycloak.directory;

import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The clients of a realm whose keys belong to organizations, whether keys of them work now or not; asked of the database
 * itself, so that those of a federated store are not found.
 */
public record BoundClients(KeycloakSession session, RealmModel realm) {

    /** Read as the stream is. */
    public Stream<ClientModel> all() {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select a.client.id from ClientAttributeEntity a"
                                + " where a.client.realmId = :realmId and a.name = :name",
                        String.class)
                .setParameter("realmId", realm.getId())
                .setParameter("name", ClientOrganization.ATTRIBUTE)
                .getResultStream()
                .map(realm::getClientById)
                .filter(Objects::nonNull);
    }
}
