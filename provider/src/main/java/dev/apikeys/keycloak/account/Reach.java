package dev.apikeys.keycloak.account;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.keycloak.directory.ClientScopes;
import dev.apikeys.keycloak.store.KeyFilter;
import org.keycloak.models.ClientModel;

/** Which keys a caller works with. Others do not exist for them. */
interface Reach {

    /** The filter, narrowed to the keys within reach. */
    KeyFilter narrow(KeyFilter filter);

    /** Whether the key is within reach. */
    boolean covers(ApiKey key);

    /** Whether keys of the client can be made, changed, enabled and rotated now. */
    boolean serves(ClientModel client);

    /** Whose a new key of the client is. */
    KeyOwner owner(ClientModel client);

    /** What keys of the client can be given. */
    ClientScopes scopes(ClientModel client);
}
