package dev.apikeys.keycloak.token;

import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.verify.Check;
import dev.apikeys.core.verify.Check.Passed;
import dev.apikeys.core.verify.DenialReason;
import dev.apikeys.core.verify.KeyVerifier;
import dev.apikeys.core.verify.Verdict.Denied;
import dev.apikeys.core.verify.Verdict.Found;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.credential.ApiKeyCredentialProvider;
import dev.apikeys.keycloak.usage.DoorName;
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

    private static final int ONE_CALL = 1;

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
        KeyVerifier verifier = realmKeys.verifier(DoorName.TOKEN);
        Check check = new ApiKeyCredentialProvider(context.getSession()).check(verifier, presented.value());
        Optional<Found> found = check instanceof Denied denied ? denied.found() : Optional.of(((Passed) check).found());
        Optional<ClientModel> client = found.flatMap(this::client);
        if (found.isEmpty() || client.isEmpty() || !isOfNamedClient(client.get(), presented)) {
            return false;
        }
        context.getEvent()
                .client(client.get())
                .detail("api_key_id", found.get().key().id());
        context.setClient(asSecretClient(client.get()));
        if (check instanceof Denied denied) {
            refuse(denied);
        } else if (found.get().key().owner().userId().isPresent()) {
            refuse("A personal API key acts for a user: use token exchange", "personal_key");
        } else if (verifier.count((Passed) check, ONE_CALL) instanceof Denied denied) {
            refuse(denied);
        } else {
            AuthenticatedKey.remember(context.getSession(), found.get());
            context.success();
        }
        return true;
    }

    private Optional<ClientModel> client(Found found) {
        return realmKeys.directory().principalOf(found.key()).client();
    }

    private static boolean isOfNamedClient(ClientModel client, PresentedKey presented) {
        return presented.clientId().map(client.getClientId()::equals).orElse(true);
    }

    private void refuse(Denied denied) {
        boolean disclose = realmKeys.settings().get(RealmSettings.DISCLOSE_REASON);
        if (disclose && denied.limited().isPresent()) {
            context.getEvent().detail(Details.REASON, denied.reason().code());
            context.failure(
                    AuthenticationFlowError.INVALID_CLIENT_CREDENTIALS,
                    TooManyRequests.response(denied.limited().get()).build());
        } else {
            refuse(
                    (disclose ? denied.reason() : DenialReason.UNAUTHORIZED).description(),
                    denied.reason().code());
        }
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
