package dev.apikeys.keycloak.token;

import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.verify.DenialReason;
import dev.apikeys.core.verify.Verdict;
import dev.apikeys.core.verify.Verdict.Denied;
import dev.apikeys.core.verify.Verdict.Found;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.credential.ApiKeyCredentialProvider;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.authenticators.client.ClientAuthUtil;
import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.events.Details;
import org.keycloak.models.ClientModel;
import org.keycloak.models.delegate.ClientModelLazyDelegate;

/** Authenticates the client of a token request by a key. */
final class KeyAuthentication {

    private final ClientAuthenticationFlowContext context;
    private final RealmKeys realmKeys;

    KeyAuthentication(ClientAuthenticationFlowContext context) {
        this.context = context;
        this.realmKeys = new RealmKeys(context.getSession(), context.getRealm());
    }

    /**
     * Decides the request when the key is one.
     *
     * @return false when nothing is known of the key: then it may still be a client secret
     */
    boolean decide(PresentedKey presented) {
        Verdict verdict = new ApiKeyCredentialProvider(context.getSession()).verify(realmKeys, presented.value());
        Optional<Found> found =
                verdict instanceof Denied denied ? denied.found() : Optional.of(((Verdict.Allowed) verdict).found());
        Optional<ClientModel> client = found.flatMap(
                some -> realmKeys.directory().principalOf(some.key()).client());
        boolean ofNamedClient = client.map(ClientModel::getClientId)
                .filter(id -> presented.clientId().map(id::equals).orElse(true))
                .isPresent();
        if (found.isEmpty() || client.isEmpty() || !ofNamedClient) {
            return false;
        }
        context.getEvent()
                .client(client.get())
                .detail("api_key_id", found.get().key().id());
        context.setClient(asSecretClient(client.get()));
        if (verdict instanceof Denied denied) {
            refuse(denied.reason());
        } else if (found.get().key().owner().userId().isPresent()) {
            refuse("A personal API key acts for a user: use token exchange", "personal_key");
        } else {
            AuthenticatedKey.remember(context.getSession(), found.get());
            context.success();
        }
        return true;
    }

    private void refuse(DenialReason reason) {
        boolean disclose = realmKeys.settings().get(RealmSettings.DISCLOSE_REASON);
        refuse(disclose ? reason.description() : DenialReason.UNAUTHORIZED.description(), reason.code());
    }

    private void refuse(String description, String reason) {
        context.getEvent().detail(Details.REASON, reason);
        context.failure(
                AuthenticationFlowError.INVALID_CLIENT_CREDENTIALS,
                ClientAuthUtil.errorResponse(
                        Response.Status.UNAUTHORIZED.getStatusCode(), OAuthErrorException.INVALID_CLIENT, description));
    }

    /**
     * The flow takes the word of an authenticator only for clients of its own type. A key is good alongside whatever
     * method the client has, so for this request the client has the type of the authenticator that runs.
     */
    private ClientModel asSecretClient(ClientModel client) {
        return new ClientModelLazyDelegate.WithId(client.getId(), () -> client) {
            @Override
            public String getClientAuthenticatorType() {
                return ClientIdAndSecretAuthenticator.PROVIDER_ID;
            }
        };
    }
}
