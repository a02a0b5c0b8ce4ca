package dev.apikeys.keycloak.token;

import dev.apikeys.core.verify.Verdict.Found;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.RequiredScopes;
import dev.apikeys.keycloak.directory.KeycloakDirectory;
import dev.apikeys.keycloak.directory.TokenTie;
import dev.apikeys.keycloak.keys.WithoutKeys;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager.AccessTokenResponseBuilder;
import org.keycloak.protocol.oidc.grants.ClientCredentialsGrantType;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.clientpolicy.ClientPolicyContext;

/**
 * The stock client credentials grant; for a client that authenticated with a key, the token carries what the key
 * carries and no more, is tied to the key, and comes without a refresh token.
 */
final class KeyAwareClientCredentialsGrant extends ClientCredentialsGrantType {

    private Optional<Found> key = Optional.empty();

    @Override
    protected void setContext(Context grantContext) {
        super.setContext(grantContext);
        key = AuthenticatedKey.in(session);
        // the authenticator had to show the flow a client of another type
        key.map(found -> realm.getClientById(found.key().owner().clientId())).ifPresent(real -> {
            client = real;
            session.getContext().setClient(real);
        });
    }

    /** Without a scope parameter everything the key carries; default client scopes are not added. */
    @Override
    protected String getRequestedScopes() {
        if (key.isEmpty()) {
            return super.getRequestedScopes();
        }
        Set<String> effective = directory().principalOf(key.get().key()).effectiveScopes();
        refuseKeyAsScope(effective);
        String requested = super.getRequestedScopes();
        return RequestedScopes.narrow(requested, effective)
                .map(names -> String.join(" ", names))
                .orElseThrow(() -> refusal(requested));
    }

    /** Before Keycloak does, which would repeat it in the answer and in the event. */
    private void refuseKeyAsScope(Set<String> effective) {
        String said =
                Optional.ofNullable(formParams.getFirst(OAuth2Constants.SCOPE)).orElse("");
        if (RequiredScopes.words(said).stream().anyMatch(word -> !effective.contains(word) && WithoutKeys.isIn(word))) {
            throw refusal(said);
        }
    }

    @Override
    protected AccessTokenResponseBuilder createTokenResponseBuilder(
            UserModel user,
            UserSessionModel userSession,
            ClientSessionContext stockContext,
            String scope,
            Function<AccessTokenResponseBuilder, ClientPolicyContext> policyContext) {
        if (key.isEmpty()) {
            return super.createTokenResponseBuilder(user, userSession, stockContext, scope, policyContext);
        }
        Set<String> scopes = scope.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(scope.split(" ")));
        ClientSessionContext limited = directory()
                .tokens()
                .limitedContext(stockContext.getClientSession(), key.get().key(), scopes);
        AccessTokenResponseBuilder builder =
                super.createTokenResponseBuilder(user, userSession, limited, scope, policyContext);
        TokenTie.tie(builder.getAccessToken(), key.get(), scopes);
        return builder;
    }

    /** A refresh token would outlive the key. */
    @Override
    protected boolean useRefreshToken() {
        return key.isEmpty() && super.useRefreshToken();
    }

    private KeycloakDirectory directory() {
        return new RealmKeys(session, realm).directory();
    }

    private CorsErrorResponseException refusal(String requested) {
        event.detail(Details.REASON, "The API key carries none of the requested scopes: " + WithoutKeys.of(requested));
        event.error(Errors.INVALID_REQUEST);
        return new CorsErrorResponseException(
                cors,
                OAuthErrorException.INVALID_SCOPE,
                "The API key carries none of the requested scopes",
                Response.Status.BAD_REQUEST);
    }
}
