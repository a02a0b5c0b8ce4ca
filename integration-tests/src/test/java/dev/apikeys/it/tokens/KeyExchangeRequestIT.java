package dev.apikeys.it.tokens;

import static dev.apikeys.it.tokens.KeyTokens.isNotExchanged;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may exchange keys, and for what. */
class KeyExchangeRequestIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String UNKNOWN = "The API key is missing, malformed or unknown";
    private static final String TYPES = "urn:ietf:params:oauth:token-type:";

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void allowManyKeysAndExchange() {
        Keys.allowMany(realm);
        List.of("demo-api", "other-api", "shop-backend").forEach(new KeyTokens(realm)::allowExchange);
    }

    @Nested
    class ForTheRequester {

        @Test
        void withoutTheSwitchOfStandardTokenExchange() {
            realm.clients().setAttribute("demo-api", "standard.token.exchange.enabled", "false");
            isNotExchanged(tokens.exchange(keys.create().value(), Map.of()))
                    .body("error_description", containsString("Standard token exchange is not enabled"));

            tokens.allowExchange("demo-api");
            tokens.exchange(keys.create().value(), Map.of()).then().statusCode(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"other-api", "shop-backend"})
        void outsideTheAudienceOfTheKeyWhichIsToldNothing(String requester) {
            isNotExchanged(tokens.exchange(
                            requester, requester + "-secret", keys.create().value(), Map.of()))
                    .body("error_description", equalTo(UNKNOWN));
        }

        @Test
        void thatMayIntrospectWithoutBeingInTheAudience() {
            realm.clients().setAttribute("other-api", "allow.token.introspection.without.audience.check", "true");
            NewKey key = keys.create();
            realm.introspect("other-api", "other-api-secret", key.value())
                    .then()
                    .body("active", equalTo(true));

            isNotExchanged(tokens.exchange("other-api", "other-api-secret", key.value(), Map.of()));

            realm.clients().setAttribute("other-api", "allow.token.introspection.without.audience.check", "false");
        }

        @Test
        void thatIsPublic() {
            realm.clients().create(Map.of("clientId", "browser-app", "publicClient", true));
            tokens.allowExchange("browser-app");

            isNotExchanged(given().formParams(Map.of(
                                    "grant_type",
                                    KeyTokens.EXCHANGE,
                                    "client_id",
                                    "browser-app",
                                    "subject_token",
                                    keys.create().value(),
                                    "subject_token_type",
                                    KeyTokens.KEY_TYPE))
                            .post(realm.realmUrl("/protocol/openid-connect/token")))
                    .body("error_description", containsString("Public client"));
        }

        @Test
        void thatDoesNotAuthenticate() {
            tokens.exchange("demo-api", "wrong", keys.create().value(), Map.of())
                    .then()
                    .statusCode(401);
        }

        @Test
        void thatAuthenticatesWithTheKeyItself() {
            String value = keys.create().value();

            tokens.exchange("shop-backend", value, value, Map.of()).then().statusCode(401);
        }
    }

    @Nested
    class ForTheRequest {

        @ParameterizedTest
        @ValueSource(strings = {"refresh_token", "id_token", "saml2", "jwt", ""})
        void ofAnotherTypeOfToken(String type) {
            isNotExchanged(tokens.exchange(keys.create().value(), Map.of("requested_token_type", TYPES + type)))
                    .body("error_description", containsString("requested_token_type"));
        }

        @Test
        void withAKeyWhereATypeBelongsWhichIsNotRepeated() {
            String value = keys.create().value();

            isNotExchanged(tokens.exchange(value, Map.of("requested_token_type", value)))
                    .body("error_description", containsString("'an API key' is not allowed"));
        }

        @Test
        void exceptForAnAccessToken() {
            tokens.exchange(keys.create().value(), Map.of("requested_token_type", TYPES + "access_token"))
                    .then()
                    .statusCode(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"requested_subject", "requested_issuer", "subject_issuer", "actor_token"})
        void thatAsksForMoreThanTheKey(String parameter) {
            isNotExchanged(tokens.exchange(keys.create().value(), Map.of(parameter, "alice")))
                    .body("error_description", containsString(parameter));
        }

        @Test
        void withoutASubjectToken() {
            Map<String, String> form = new HashMap<>(Map.of(
                    "grant_type",
                    KeyTokens.EXCHANGE,
                    "client_id",
                    "demo-api",
                    "client_secret",
                    "demo-api-secret",
                    "subject_token_type",
                    KeyTokens.KEY_TYPE));

            isNotExchanged(realm.tokens().request(form)).body("error_description", containsString("subject_token"));
        }
    }
}
