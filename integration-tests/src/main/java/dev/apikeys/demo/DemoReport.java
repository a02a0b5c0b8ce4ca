package dev.apikeys.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apikeys.server.KeycloakServer;

/** What the demo tells on the console. */
final class DemoReport {

    private static final String TEXT =
            """

            Admin console   %1$s/admin/master/console/#/demo/api-keys
                            %2$s / %3$s (master realm)
            Delegated admin %1$s/admin/demo/console/
                            key-admin / key-admin (manages clients), key-viewer / key-viewer (views them)
            User            %1$s/realms/demo/account/api-keys
                            alice / alice (makes keys of her own)

            What the API offers keys: the tab "API keys" of the client shop-backend, "API documentation"

            A key for the client shop-backend with the scope calls:read, shown this once:

                %4$s

            The resource server %5$s asks Keycloak's token introspection endpoint about it:

            %6$s

                curl -s -u %5$s:%7$s -d token=%4$s %8$s

            The demo API is such a resource server. It answers a call with the key

            %9$s

            and refuses one that needs calls:write, which this key does not carry. Try both:

                curl -i -X POST -H "X-API-Key: %4$s" %10$s
                curl -i -H "X-API-Key: %4$s" %10$s
            """;

    private DemoReport() {}

    static String of(DemoRealm realm, String key, JsonNode known, ApiCall call) {
        return TEXT.formatted(
                realm.baseUrl(),
                KeycloakServer.ADMIN_USERNAME,
                KeycloakServer.ADMIN_PASSWORD,
                key,
                DemoRealm.RESOURCE_SERVER,
                known.toPrettyString().indent(4).stripTrailing(),
                DemoRealm.RESOURCE_SERVER_SECRET,
                realm.introspectionUrl(),
                call.answer().indent(4).stripTrailing(),
                call.url());
    }
}
