package dev.apikeys.keycloak.directory;

import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The clients of a realm whose keys belong to organizations, whether keys of them work now or not. */
public record BoundClients(KeycloakSession session, RealmModel realm) {

    /** Read as the stream is. */
    public Stream<ClientModel> all() {
        return new ClientAttribute(session, realm, ClientOrganization.ATTRIBUTE)
                .clientIds()
                .map(realm::getClientById)
                .filter(Objects::nonNull);
    }
}
