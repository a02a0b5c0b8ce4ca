package dev.apikeys.keycloak.account;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.keycloak.directory.BoundClients;
import dev.apikeys.keycloak.directory.ClientOrganization;
import dev.apikeys.keycloak.directory.ClientScopes;
import dev.apikeys.keycloak.directory.KeyClients;
import dev.apikeys.keycloak.store.KeyFilter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;

/** The client keys of those clients that a user looks after on behalf of the organizations they are bound to. */
record OrganizationKeys(AccountContext context) implements Reach {

    @Override
    public KeyFilter narrow(KeyFilter filter) {
        return filter.ofClients(new BoundClients(context.session(), context.realm())
                .all()
                .filter(this::manages)
                .map(ClientModel::getId)
                .collect(Collectors.toSet()));
    }

    @Override
    public boolean covers(ApiKey key) {
        ClientModel client = context.realm().getClientById(key.owner().clientId());
        return key.owner().userId().isEmpty() && client != null && manages(client);
    }

    @Override
    public boolean serves(ClientModel client) {
        return KeyClients.isUsable(client)
                && manages(client)
                && context.realmKeys().directory().serviceAccount(client).isPresent();
    }

    @Override
    public KeyOwner owner(ClientModel client) {
        return new KeyOwner(context.realm().getId(), client.getId(), Optional.empty());
    }

    /** Only of a client that is served. */
    @Override
    public ClientScopes scopes(ClientModel client) {
        return context.realmKeys()
                .directory()
                .serviceAccount(client)
                .map(account -> context.realmKeys().directory().scopesFor(client, account))
                .orElseGet(() -> new ClientScopes(client));
    }

    /** Whatever has become of the client: keys that do not work now can still be seen and revoked. */
    private boolean manages(ClientModel client) {
        return ClientOrganization.of(context.session(), client)
                .isManagedBy(context.caller().user());
    }
}
