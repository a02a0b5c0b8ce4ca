package dev.apikeys.keycloak.token;

import dev.apikeys.keycloak.RealmKeys;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.http.HttpRequest;

/**
 * Stock authentication by client secret, which also takes a key: for the client credentials grant at the token endpoint
 * and nowhere else, because only that grant narrows the token to what the key may do. No authentication flow is touched,
 * so removing the jar leaves every client as it was.
 */
public final class KeyAlongsideSecretAuthenticator extends ClientIdAndSecretAuthenticator {

    private static final int BEFORE_STOCK = 10;

    @Override
    public void authenticateClient(ClientAuthenticationFlowContext context) {
        Optional<PresentedKey> presented = asksForClientCredentials(context)
                ? PresentedKey.in(context.getHttpRequest(), new RealmKeys(context.getSession(), context.getRealm()))
                : Optional.empty();
        boolean decided =
                presented.map(key -> new KeyAuthentication(context).decide(key)).orElse(false);
        if (!decided) {
            super.authenticateClient(context);
        }
    }

    private static boolean asksForClientCredentials(ClientAuthenticationFlowContext context) {
        HttpRequest request = context.getHttpRequest();
        return TokenEndpoint.isAddressed(context.getSession())
                && "POST".equals(request.getHttpMethod())
                && OAuth2Constants.CLIENT_CREDENTIALS.equals(
                        request.getDecodedFormParameters().getFirst(OAuth2Constants.GRANT_TYPE));
    }

    @Override
    public int order() {
        return BEFORE_STOCK;
    }
}
