package dev.apikeys.it.tokens;

import static dev.apikeys.it.tokens.KeyTokens.isRefused;
import static io.restassured.RestAssured.given;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that give no token because of where they are used, or because of their client. */
class RefusedByContextIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Nested
    class BecauseOfTheAddress {

        @DisabledIfSystemProperty(
                named = "keycloak.runtime",
                matches = "container",
                disabledReason = "a container sees the engine's network where others see loopback")
        @ParameterizedTest
        @CsvSource({"127.0.0.1,200", "127.0.0.0/8,200", "10.0.0.1,401", "::1,401", "::ffff:127.0.0.1,200"})
        void onlyTheConnectionCounts(String range, int status) {
            NewKey key = keys.create(Map.of("allowedIps", List.of(range)));

            for (Presentation presentation : Presentation.values()) {
                tokens.request(presentation, key.value()).then().statusCode(status);
            }
        }

        @Test
        void aHeaderOrParameterOfTheCallerCannotChangeIt() {
            NewKey key = keys.create(Map.of("allowedIps", List.of("10.0.0.1")));

            isRefused(
                    given().header("X-Forwarded-For", "10.0.0.1")
                            .header("Forwarded", "for=10.0.0.1")
                            .header("X-Real-IP", "10.0.0.1")
                            .header("X-API-Key", key.value())
                            .formParam("client_ip", "10.0.0.1")
                            .formParam("grant_type", "client_credentials")
                            .post(realm.realmUrl("/protocol/openid-connect/token")),
                    "address");
        }
    }

    @Nested
    class BecauseOfItsClient {

        private final NewKey key = keys.create();

        @AfterEach
        void restore() {
            realm.clients().update("shop-backend", client -> {
                client.put("enabled", true);
                client.put("serviceAccountsEnabled", true);
            });
            realm.clients().setAttribute("shop-backend", "api-keys.enabled", "true");
            tokens.request(Presentation.FORM, key.value()).then().statusCode(200);
        }

        @Test
        void aKeyOfADisabledClientIsRefused() {
            realm.clients().update("shop-backend", client -> client.put("enabled", false));

            isRefused(tokens.request(Presentation.HEADER_ALONE, key.value()), "client");
        }

        @Test
        void aKeyOfAClientThatMayHaveKeysNoLongerIsRefused() {
            realm.clients().setAttribute("shop-backend", "api-keys.enabled", "false");

            isRefused(tokens.request(Presentation.BASIC, key.value()), "client");
        }

        @Test
        void aKeyOfAClientWithoutServiceAccountIsRefused() {
            realm.clients().update("shop-backend", client -> client.put("serviceAccountsEnabled", false));

            isRefused(tokens.request(Presentation.FORM, key.value()), "subject");
        }
    }
}
