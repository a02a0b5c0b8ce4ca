package dev.apikeys.keycloak.check;

import dev.apikeys.keycloak.directory.KeyClients;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** The APIs that keys are presented to: clients of the realm. */
record Audiences(RealmModel realm) {

    static final String ALLOWED = "the client id of an enabled client of the realm";

    /** The enabled client of that name. */
    Optional<ClientModel> find(String clientId) {
        return Optional.ofNullable(realm.getClientByClientId(clientId)).filter(ClientModel::isEnabled);
    }

    /** The same, when anybody may check keys for it. */
    Optional<ClientModel> findOpen(String clientId) {
        return find(clientId).filter(KeyClients::hasOpenChecks);
    }
}
