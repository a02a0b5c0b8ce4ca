package dev.apikeys.keycloak.account;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.keycloak.directory.ClientScopes;
import dev.apikeys.keycloak.directory.KeyClients;
import dev.apikeys.keycloak.directory.KeycloakDirectory;
import dev.apikeys.keycloak.store.KeyFilter;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The personal keys of one user, of clients that offer self-service. */
record OwnKeys(RealmModel realm, KeycloakDirectory directory, UserModel user) implements Reach {

    @Override
    public KeyFilter narrow(KeyFilter filter) {
        return filter.ofUser(user.getId());
    }

    @Override
    public boolean covers(ApiKey key) {
        return key.owner().userId().filter(user.getId()::equals).isPresent();
    }

    @Override
    public boolean serves(ClientModel client) {
        return KeyClients.offersSelfService(client);
    }

    @Override
    public KeyOwner owner(ClientModel client) {
        return new KeyOwner(realm.getId(), client.getId(), Optional.of(user.getId()));
    }

    @Override
    public ClientScopes scopes(ClientModel client) {
        return directory.scopesFor(client, user);
    }
}
