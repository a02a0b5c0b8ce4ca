package dev.apikeys.it.check;

import static dev.apikeys.it.check.Checks.isRefused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Check403IT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);

    @BeforeAll
    static void allowManyKeysAndAGateway() {
        Keys.allowMany(realm);
        ClientAttributes.gateway(realm, "demo-api");
    }

    @Nested
    class AMissingScope {

        private final NewKey key = keys.create();

        @Test
        void isNamedInTheBodyAndInTheChallenge() {
            isRefused(checks.ask(key, Map.of("scope", "calls:write")), 403, "insufficient_scope")
                    .body("type", equalTo("urn:keycloak:params:api-keys:error:insufficient_scope"))
                    .body("title", equalTo("Insufficient scope"))
                    .body("detail", equalTo("API key lacks required scope: calls:write"))
                    .header(
                            "WWW-Authenticate",
                            ("ApiKey realm=\"%1$s\", Bearer realm=\"%1$s\", error=\"insufficient_scope\", "
                                            + "error_description=\"API key lacks required scope: calls:write\", "
                                            + "scope=\"calls:write\"")
                                    .formatted(realm.name()))
                    .header("X-Api-Key-Id", nullValue());
        }

        @Test
        void isToldApartFromTheScopesThatAreThere() {
            isRefused(
                            checks.ask(key, Map.of("scope", List.of("calls:write calls:read", "contacts:write"))),
                            403,
                            "insufficient_scope")
                    .body("detail", equalTo("API key lacks required scopes: calls:write contacts:write"))
                    .header("WWW-Authenticate", containsString("scope=\"calls:read calls:write contacts:write\""));
        }
    }

    @Nested
    class AnotherApi {

        @Test
        void learnsNothingButThatTheKeyIsNotForIt() {
            NewKey key = keys.create();

            isRefused(other(key), 403, "audience_denied")
                    .body("detail", equalTo("API key is not meant for this API"))
                    .header("X-Api-Key-Id", nullValue())
                    .header("X-Api-Key-Client", nullValue())
                    .header("RateLimit", nullValue());
        }

        @ParameterizedTest
        @ValueSource(strings = {"revoke", "disable"})
        void cannotTellAStoppedKeyFromAGoodOne(String action) {
            NewKey key = keys.create();
            Response good = other(key);
            keys.act(key, action);

            isRefused(other(key), 403, "audience_denied")
                    .body(equalTo(good.asString()))
                    .header("WWW-Authenticate", good.header("WWW-Authenticate"));
        }

        @Test
        void isWhoeverTheGatewayNames() {
            isRefused(checks.ask(keys.create(), Map.of("audience", "other-api")), 403, "audience_denied");
        }

        private Response other(NewKey key) {
            return checks.gateway("other-api", "other-api-secret")
                    .header("X-API-Key", key.value())
                    .get(checks.url());
        }
    }

    @Nested
    class TheWrongAddress {

        @Test
        void isDenied() {
            NewKey key = keys.create(Map.of("allowedIps", List.of("203.0.113.0/24")));

            checks.ask(key, Map.of("client_ip", "203.0.113.9")).then().statusCode(200);
            isRefused(checks.ask(key, Map.of("client_ip", "203.0.114.9")), 403, "ip_denied")
                    .body("detail", equalTo("API key may not be used from this address"))
                    .header("WWW-Authenticate", containsString("error=\"insufficient_scope\""))
                    .header("WWW-Authenticate", not(containsString("scope=\"")));
        }
    }
}
