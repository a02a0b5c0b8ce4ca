package dev.apikeys.keycloak.token;

import jakarta.ws.rs.core.Response;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.TokenExchangeContext;
import org.keycloak.protocol.oidc.TokenExchangeProvider;
import org.keycloak.protocol.oidc.TokenExchangeProviderFactory;

/** Token exchange for keys; every other subject token goes to stock Keycloak. */
public final class KeyExchangeProviderFactory implements TokenExchangeProviderFactory, TokenExchangeProvider {

    private static final String SUBJECT_TOKEN_TYPE = "urn:keycloak:params:oauth:token-type:api-key";
    private static final int BEFORE_STOCK = 20;
    private static final int STANDARD = 2;

    @Override
    public TokenExchangeProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public boolean supports(TokenExchangeContext context) {
        return SUBJECT_TOKEN_TYPE.equals(context.getParams().getSubjectTokenType());
    }

    @Override
    public Response exchange(TokenExchangeContext context) {
        return new KeyExchange(context).exchange();
    }

    /** Keycloak 26.6 asks each provider for this; the method is gone since 26.7, which this is compiled against. */
    public int getVersion() {
        return STANDARD;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "api-key";
    }

    @Override
    public int order() {
        return BEFORE_STOCK;
    }
}
