package dev.apikeys.keycloak.token;

import org.keycloak.models.KeycloakSession;

/** Keycloak's token endpoint, without the resources below it. */
final class TokenEndpoint {

    private TokenEndpoint() {}

    /** Whether the request of the session goes there. */
    static boolean isAddressed(KeycloakSession session) {
        String realm = session.getContext().getRealm().getName();
        return session.getContext().getUri().getPath().equals("/realms/" + realm + "/protocol/openid-connect/token");
    }
}
