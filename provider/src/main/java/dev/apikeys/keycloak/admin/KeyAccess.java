package dev.apikeys.keycloak.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.directory.KeycloakDirectory;
import dev.apikeys.keycloak.store.KeyRepository;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** What the caller may do with a key, as Keycloak's own representations tell it: so that pages offer nothing else. */
final class KeyAccess {

    private final RealmModel realm;
    private final KeycloakDirectory directory;
    private final AdminPermissionEvaluator auth;

    KeyAccess(RealmModel realm, KeycloakDirectory directory, AdminPermissionEvaluator auth) {
        this.realm = realm;
        this.directory = directory;
        this.auth = auth;
    }

    /** Internal ids of the clients whose keys the caller may see; empty when all. */
    Optional<Set<String>> visibleClientIds(KeyRepository keys) {
        if (auth.clients().canView()) {
            return Optional.empty();
        }
        return Optional.of(keys.clientIds().stream()
                .map(realm::getClientById)
                .filter(client -> client != null && auth.clients().canView(client))
                .map(ClientModel::getId)
                .collect(Collectors.toSet()));
    }

    /** Adds {@code access} to the representation of the key. */
    ObjectNode addTo(ObjectNode representation, ApiKey key) {
        boolean manage = new ClientAccess(realm, auth).mayManage(key.owner().clientId());
        representation
                .putObject("access")
                .put("manage", manage)
                .put(
                        "renew",
                        manage
                                && subject(key)
                                        .map(user -> auth.users().canImpersonate(user, null))
                                        .orElse(true));
        return representation;
    }

    /** Whoever can widen or renew a personal key can let its holder act as the user. */
    void requireActingAsSubject(ApiKey key) {
        subject(key).ifPresent(auth.users()::requireImpersonate);
    }

    /** The user of a personal key, while there is one. */
    private Optional<UserModel> subject(ApiKey key) {
        return key.owner().userId().flatMap(id -> directory.principalOf(key).subject());
    }
}
