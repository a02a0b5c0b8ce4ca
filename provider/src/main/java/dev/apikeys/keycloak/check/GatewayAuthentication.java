package dev.apikeys.keycloak.check;

import dev.apikeys.keycloak.BasicCredentials;
import dev.apikeys.keycloak.check.Asker.Anybody;
import dev.apikeys.keycloak.check.Asker.Gateway;
import dev.apikeys.keycloak.check.Asker.Impostor;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    private final KeycloakSession session;

    GatewayAuthentication(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Who asks.
     *
     * @param named who the gateway says it is in what the gateway alone writes; empty when it says nothing
     */
    Asker asker(Optional<String> named) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        Optional<String> basic = Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(BasicCredentials::isNamedBy);
        if (named.isEmpty() && basic.isEmpty()) {
            return new Anybody();
        }
        if (lines(headers).anyMatch(BasicCredentials::isBroken)) {
            return new Impostor();
        }
        String expected = named.or(() -> basic.flatMap(BasicCredentials::in).map(BasicCredentials::clientId))
                .orElse("");
        GatewayMemory memory = new GatewayMemory(session);
        return memory.find()
                .filter(client -> client.getClientId().equals(expected))
                .or(() -> authenticated(memory)
                        .filter(client -> client.getClientId().equals(expected)))
                .<Asker>map(Gateway::new)
                .orElseGet(Impostor::new);
    }

    /**
     * Keycloak takes the first credentials that it finds, and a caller may have brought some: whoever is authenticated has
     * to be the one who was expected.
     */
    private Optional<ClientModel> authenticated(GatewayMemory memory) {
        KeycloakContext context = session.getContext();
        EventBuilder event = new EventBuilder(context.getRealm(), session, context.getConnection())
                .event(EventType.INTROSPECT_TOKEN);
        AuthenticationProcessor processor = AuthorizeClientUtil.getAuthenticationProcessor(session, event);
        HttpRequest request = context.getHttpRequest();
        if (processor.setRequest(new RequestWithoutBody(request)).authenticateClient() != null) {
            return Optional.empty();
        }
        ClientModel client = processor.getClient();
        if (!isConfidential(client)) {
            event.error(Errors.INVALID_CLIENT);
            return Optional.empty();
        }
        memory.keep(client);
        return Optional.of(client);
    }

    /** One by one and, as some readers see them, all in one. */
    private static Stream<String> lines(HttpHeaders headers) {
        return Stream.concat(
                Stream.ofNullable(headers.getRequestHeader(HttpHeaders.AUTHORIZATION))
                        .flatMap(List::stream),
                Stream.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION)));
    }

    /** A public client authenticates by its mere name. */
    private static boolean isConfidential(ClientModel client) {
        return client.isEnabled()
                && !client.isPublicClient()
                && OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
    }
}
