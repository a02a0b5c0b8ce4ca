package dev.apikeys.keycloak.directory;

import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Finds the clients of a realm that may have keys. Keycloak searches only attributes that its operator has named, so this
 * asks the database itself; clients of a federated store are not found.
 */
public final class EnabledClients {

    private final EntityManager entityManager;
    private final RealmModel realm;

    public EnabledClients(KeycloakSession session, RealmModel realm) {
        this.entityManager = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
    }

    /**
     * Those whose client id or name contains the text in any case, ordered by client id. Read as the stream is.
     *
     * @param text no character of it is a wildcard
     */
    public Stream<ClientModel> search(String text) {
        return entityManager
                .createQuery(
                        "select c.id from ClientEntity c where c.realmId = :realmId"
                                + " and exists (select a from ClientAttributeEntity a where a.client = c"
                                + " and a.name = :name and lower(cast(a.value as string)) = 'true')"
                                + " and (lower(c.clientId) like lower(:part) escape '!'"
                                + " or lower(c.name) like lower(:part) escape '!') order by c.clientId",
                        String.class)
                .setParameter("realmId", realm.getId())
                .setParameter("name", KeyClients.ENABLED)
                .setParameter("part", "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%")
                .getResultStream()
                .map(realm::getClientById)
                .filter(client -> client != null && KeyClients.hasKeys(client));
    }
}
