package dev.apikeys.keycloak.directory;

import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * Which resource servers may introspect a key: the rule of stock introspection since 26.6.2 (CVE-2026-37979), with its
 * two switches for those who cannot follow it yet.
 */
public final class AudienceRule {

    private final KeycloakSession session;
    private final RealmModel realm;

    AudienceRule(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    boolean permits(String resourceServer, Set<String> audience) {
        return audience.contains(resourceServer) || switchedOffForServer() || switchedOffFor(resourceServer);
    }

    private boolean switchedOffForServer() {
        LoginProtocol protocol = session.getProvider(LoginProtocol.class, OIDCLoginProtocol.LOGIN_PROTOCOL);
        return protocol instanceof OIDCLoginProtocol oidc
                && oidc.getConfig().isAllowTokenIntrospectionWithoutAudienceCheck();
    }

    private boolean switchedOffFor(String resourceServer) {
        ClientModel client = realm.getClientByClientId(resourceServer);
        return client != null && isSwitchedOffFor(client);
    }

    /** Whether the client is trusted with tokens and keys that are not for it. */
    public static boolean isSwitchedOffFor(ClientModel client) {
        return OIDCAdvancedConfigWrapper.fromClientModel(client).isAllowTokenIntrospectionWithoutAudienceCheck();
    }
}
