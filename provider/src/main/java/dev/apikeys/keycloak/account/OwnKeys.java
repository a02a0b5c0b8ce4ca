package dev.apikeys.keycloak.account;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.keycloak.directory.ClientOrganization;
import dev.apikeys.keycloak.directory.ClientScopes;
import dev.apikeys.keycloak.directory.KeyClients;
import dev.apikeys.keycloak.store.KeyFilter;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

/** The caller's personal keys, of clients that offer self-service. */
record OwnKeys(AccountContext context) implements Reach {

    @Override
    public KeyFilter narrow(KeyFilter filter) {
        return filter.ofUser(user().getId());
    }

    @Override
    public boolean covers(ApiKey key) {
        return key.owner().userId().filter(user().getId()::equals).isPresent();
    }

    @Override
    public boolean serves(ClientModel client) {
        return KeyClients.offersSelfService(client)
                && ClientOrganization.of(context.session(), client).permitsKeysOf(user());
    }

    @Override
    public KeyOwner owner(ClientModel client) {
        return new KeyOwner(context.realm().getId(), client.getId(), Optional.of(user().getId()));
    }

    @Override
    public ClientScopes scopes(ClientModel client) {
        return context.realmKeys().directory().scopesFor(client, user());
    }

    private UserModel user() {
        return context.caller().user();
    }
}
