package dev.apikeys.keycloak.directory;

import dev.apikeys.core.settings.ClientSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The APIs of a realm whose clients say where their OpenAPI document is, asked of the database itself; those of a federated
 * store are not found.
 */
public record DocumentedApis(KeycloakSession session, RealmModel realm) {

    /** {@code http}, {@code https}, both or neither: how browsers reach the documents. */
    public Stream<String> schemes() {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select a.value from ClientAttributeEntity a"
                                + " where a.client.realmId = :realmId and a.name = :name",
                        String.class)
                .setParameter("realmId", realm.getId())
                .setParameter("name", ClientSettings.OPENAPI_URL.attribute())
                .getResultStream()
                .map(ClientSettings.OPENAPI_URL::readOrDefault)
                .flatMap(Optional::stream)
                .map(url -> url.getScheme().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted();
    }
}
