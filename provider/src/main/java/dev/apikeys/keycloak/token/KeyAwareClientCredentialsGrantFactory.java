package dev.apikeys.keycloak.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.ClientCredentialsGrantTypeFactory;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;

/** Takes the place of the stock client credentials grant. */
public final class KeyAwareClientCredentialsGrantFactory extends ClientCredentialsGrantTypeFactory {

    private static final int BEFORE_STOCK = 10;

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new KeyAwareClientCredentialsGrant();
    }

    @Override
    public int order() {
        return BEFORE_STOCK;
    }
}
