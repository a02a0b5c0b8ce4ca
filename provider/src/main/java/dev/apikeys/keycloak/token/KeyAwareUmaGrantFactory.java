package dev.apikeys.keycloak.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.PermissionGrantTypeFactory;

/** Takes the place of the stock UMA grant. */
public final class KeyAwareUmaGrantFactory extends PermissionGrantTypeFactory {

    private static final int BEFORE_STOCK = 10;

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new KeyAwareUmaGrant();
    }

    @Override
    public int order() {
        return BEFORE_STOCK;
    }
}
