package dev.apikeys.keycloak.check;

import dev.apikeys.keycloak.KeyHeaders;
import dev.apikeys.keycloak.check.Asker.Anybody;
import dev.apikeys.keycloak.check.Asker.Gateway;
import dev.apikeys.keycloak.check.Asker.Impostor;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;

/**
 * Keycloak's own client authentication, without the body of the request: that is the caller's, who could put credentials
 * of another client there.
 */
final class GatewayAuthentication {

    private static final String BASIC = "Basic";

    private final KeycloakSession session;

    GatewayAuthentication(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Who asks.
     *
     * @param queryIsTheGateways whether the query comes from the gateway, which may name itself there
     */
    Asker asker(boolean queryIsTheGateways) {
        if (!hasCredentials(queryIsTheGateways)) {
            return new Anybody();
        }
        KeycloakContext context = session.getContext();
        EventBuilder event = new EventBuilder(context.getRealm(), session, context.getConnection())
                .event(EventType.INTROSPECT_TOKEN);
        AuthenticationProcessor processor = AuthorizeClientUtil.getAuthenticationProcessor(session, event);
        HttpRequest request = context.getHttpRequest();
        if (processor.setRequest(new RequestWithoutBody(request)).authenticateClient() != null) {
            return new Impostor();
        }
        ClientModel client = processor.getClient();
        if (!isConfidential(client)) {
            event.error(Errors.INVALID_CLIENT);
            return new Impostor();
        }
        return new Gateway(client);
    }

    private boolean hasCredentials(boolean queryIsTheGateways) {
        HttpRequest request = session.getContext().getHttpRequest();
        boolean named =
                queryIsTheGateways && request.getUri().getQueryParameters().containsKey(CheckQuery.CLIENT_ID);
        return named
                || !KeyHeaders.authorization(request.getHttpHeaders(), BASIC).isEmpty();
    }

    /** A public client authenticates by its mere name. */
    private static boolean isConfidential(ClientModel client) {
        return client.isEnabled()
                && !client.isPublicClient()
                && OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
    }
}
