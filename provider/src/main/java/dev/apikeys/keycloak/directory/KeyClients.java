package dev.apikeys.keycloak.directory;

import dev.apikeys.core.Violation;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.settings.ClientSettings;
import dev.apikeys.core.settings.Setting;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** What the attributes of a client say about its keys. */
public final class KeyClients {

    /** Client attribute: whether the client may have keys. */
    public static final String ENABLED = "api-keys.enabled";

    private static final String LIMIT = ClientSettings.LIMIT.attribute();

    private KeyClients() {}

    /** Whether keys of the client work now, and others can be made. */
    public static boolean isUsable(ClientModel client) {
        return client.isEnabled() && hasKeys(client);
    }

    /** Whether keys of the client can be made and used; switching it off stops all of them at once. */
    public static boolean hasKeys(ClientModel client) {
        return Boolean.parseBoolean(client.getAttribute(ENABLED))
                && !client.isBearerOnly()
                && OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
    }

    /** Whether anybody may check keys for the client; an attribute that cannot be read opens nothing. */
    public static boolean hasOpenChecks(ClientModel client) {
        return flag(client, ClientSettings.OPEN_CHECK);
    }

    /** Whether the client may check keys for other APIs than itself. */
    public static boolean isGateway(ClientModel client) {
        return flag(client, ClientSettings.GATEWAY);
    }

    /** Whether users may make personal keys of the client. */
    public static boolean offersSelfService(ClientModel client) {
        return isUsable(client) && flag(client, ClientSettings.SELF_SERVICE);
    }

    private static boolean flag(ClientModel client, Setting<Boolean> setting) {
        return Optional.ofNullable(client.getAttribute(setting.attribute()))
                .map(setting::readOrDefault)
                .orElseGet(setting::defaultValue);
    }

    /** To whom notices about keys are sent, beside the users of personal ones; nobody while the attribute cannot be read. */
    public static Optional<String> contact(ClientModel client) {
        return Optional.ofNullable(client.getAttribute(ClientSettings.CONTACT.attribute()))
                .flatMap(ClientSettings.CONTACT::readOrDefault);
    }

    /** The limits that all keys of the client share; none while the attribute cannot be read. */
    public static List<RateLimit> limits(ClientModel client) {
        return Optional.ofNullable(client.getAttribute(LIMIT))
                .map(ClientSettings.LIMIT::readOrDefault)
                .orElse(List.of());
    }

    /** What is wrong with the attributes that administrators write. */
    public static List<Violation> violations(ClientModel client) {
        return Stream.concat(
                        limitViolation(client).stream(),
                        Optional.ofNullable(client.getAttribute(ClientSettings.CONTACT.attribute()))
                                .flatMap(ClientSettings.CONTACT::violation)
                                .stream())
                .toList();
    }

    /** What is wrong with the attribute that says how many calls keys may make. */
    public static Optional<Violation> limitViolation(ClientModel client) {
        return Optional.ofNullable(client.getAttribute(LIMIT)).flatMap(ClientSettings.LIMIT::violation);
    }

    /** Where the OpenAPI document is; empty while the attribute cannot be read. */
    public static Optional<URI> openapiUrl(ClientModel client) {
        return Optional.ofNullable(client.getAttribute(ClientSettings.OPENAPI_URL.attribute()))
                .flatMap(ClientSettings.OPENAPI_URL::readOrDefault);
    }
}
