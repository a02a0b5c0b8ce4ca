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
            KeyRemoval.in(removed.getKeycloakSession(), removed.getRealm()).ofRealm();
        } else if (event instanceof ClientModel.ClientRemovedEvent removed) {
            ClientModel client = removed.getClient();
            KeyRemoval.in(removed.getKeycloakSession(), client.getRealm()).ofClient(client.getId());
        } else if (event instanceof UserModel.UserPreRemovedEvent removed) {
            // The only event of users who go with their organization, and of whoever else asks the storage directly.
            String userId = removed.getUser().getId();
            KeyRemoval removal = KeyRemoval.in(removed.getKeycloakSession(), removed.getRealm());
            removal.mayFollow();
            AnnouncedRemoval.ofUser(
                    removed.getKeycloakSession(), removed.getRealm(), userId, () -> removal.ofUser(userId));
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            // The only event of users who are taken out of the local storage alone.
            KeyRemoval.in(removed.getKeycloakSession(), removed.getRealm())
                    .ofUser(removed.getUser().getId());
        } else if (event instanceof ClientScopeModel.ClientScopeRemovedEvent removed) {
            ClientScopeModel scope = removed.getClientScope();
            KeyRemoval.in(removed.getKeycloakSession(), scope.getRealm()).ofScope(scope.getId());
        }
    }
}
