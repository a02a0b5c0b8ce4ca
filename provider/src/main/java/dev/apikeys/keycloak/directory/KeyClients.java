package dev.apikeys.keycloak.directory;

import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** What the attributes of a client say about its keys. */
public final class KeyClients {

    /** Client attribute: whether the client may have keys. */
    public static final String ENABLED = "api-keys.enabled";

    private KeyClients() {}

    /** Whether keys of the client can be made and used; switching it off stops all of them at once. */
    public static boolean hasKeys(ClientModel client) {
        return Boolean.parseBoolean(client.getAttribute(ENABLED))
                && !client.isBearerOnly()
                && OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
    }
}
