package dev.apikeys.keycloak.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.directory.KeycloakDirectory;
import java.util.Optional;
import org.keycloak.models.UserModel;

/** What the caller may do with a key, as Keycloak's own representations tell it: so that pages offer nothing else. */
final class KeyAccess {

    private final ClientAccess clients;
    private final KeycloakDirectory directory;

    KeyAccess(ClientAccess clients, KeycloakDirectory directory) {
        this.clients = clients;
        this.directory = directory;
    }

    /** Adds {@code access} to the representation of the key. */
    ObjectNode addTo(ObjectNode representation, ApiKey key) {
        boolean manage = clients.mayManage(key.owner().clientId());
        representation
                .putObject("access")
                .put("manage", manage)
                .put(
                        "renew",
                        manage
                                && subject(key)
                                        .map(user -> clients.auth().users().canImpersonate(user, null))
                                        .orElse(true));
        return representation;
    }

    /** Whoever can widen or renew a personal key can let its holder act as the user. */
    void requireActingAsSubject(ApiKey key) {
        subject(key).ifPresent(clients.auth().users()::requireImpersonate);
    }

    /** The user of a personal key, while there is one. */
    private Optional<UserModel> subject(ApiKey key) {
        return key.owner().userId().flatMap(id -> directory.principalOf(key).subject());
    }
}
