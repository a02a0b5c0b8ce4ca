package dev.apikeys.keycloak.directory;

import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * One attribute in all clients of a realm, asked of the database itself, since Keycloak searches only attributes that its
 * operator has named; clients of a federated store are not found.
 */
record ClientAttribute(KeycloakSession session, RealmModel realm, String name) {

    /** The ids of the clients that have it. Read as the stream is. */
    Stream<String> clientIds() {
        return select("a.client.id");
    }

    /** What stands there, once for each client. Read as the stream is. */
    Stream<String> values() {
        return select("a.value");
    }

    private Stream<String> select(String what) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select " + what + " from ClientAttributeEntity a"
                                + " where a.client.realmId = :realmId and a.name = :name",
                        String.class)
                .setParameter("realmId", realm.getId())
                .setParameter("name", name)
                .getResultStream();
    }
}
