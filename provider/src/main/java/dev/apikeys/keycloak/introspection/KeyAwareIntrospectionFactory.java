package dev.apikeys.keycloak.introspection;

import dev.apikeys.keycloak.DenialEvents;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.protocol.oidc.TokenIntrospectionProviderFactory;

/** Takes the place of stock introspection of access tokens, which is also what is used without a hint. */
public class KeyAwareIntrospectionFactory implements TokenIntrospectionProviderFactory {

    private static final int BEFORE_STOCK = 10;

    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new KeyAwareIntrospectionProvider(session, DenialEvents.OF_THIS_NODE);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return AccessTokenIntrospectionProviderFactory.ACCESS_TOKEN_TYPE;
    }

    @Override
    public int order() {
        return BEFORE_STOCK;
    }
}
