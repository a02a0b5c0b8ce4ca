package dev.apikeys.keycloak.store;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Removes what hangs from a realm, client, user or client scope that goes, in the same transaction. */
final class KeyCleanup implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmRemovedEvent removed) {
            KeyRepository.of(removed.getKeycloakSession(), removed.getRealm()).deleteAll();
        } else if (event instanceof ClientModel.ClientRemovedEvent removed) {
            ClientModel client = removed.getClient();
            KeyRepository.of(removed.getKeycloakSession(), client.getRealm()).deleteOfClient(client.getId());
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            KeyRepository.of(removed.getKeycloakSession(), removed.getRealm())
                    .deleteOfUser(removed.getUser().getId());
        } else if (event instanceof ClientScopeModel.ClientScopeRemovedEvent removed) {
            ClientScopeModel scope = removed.getClientScope();
            KeyRepository.of(removed.getKeycloakSession(), scope.getRealm()).removeScope(scope.getId());
        }
    }
}
