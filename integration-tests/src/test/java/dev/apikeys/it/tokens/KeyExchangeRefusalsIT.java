package dev.apikeys.it.tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Token exchange that gives nothing. */
class KeyExchangeRefusalsIT {

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

    private static ValidatableResponse isRefused(Response answer) {
        return answer.then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"))
                .body("access_token", nullValue());
    }

    @Nested
    class ForTheRequester {

        @Test
        void withoutTheSwitchOfStandardTokenExchange() {
            tokens.setAttribute("demo-api", "standard.token.exchange.enabled", "false");
            isRefused(tokens.exchange(keys.create().value(), Map.of()))
                    .body("error_description", containsString("Standard token exchange is not enabled"));

            tokens.allowExchange("demo-api");
            tokens.exchange(keys.create().value(), Map.of()).then().statusCode(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"other-api", "shop-backend"})
        void outsideTheAudienceOfTheKeyWhichIsToldNothing(String requester) {
            isRefused(tokens.exchange(
                            requester, requester + "-secret", keys.create().value(), Map.of()))
                    .body("error_description", equalTo(UNKNOWN));
        }

        @Test
        void thatMayIntrospectWithoutBeingInTheAudience() {
            tokens.setAttribute("other-api", "allow.token.introspection.without.audience.check", "true");
            NewKey key = keys.create();
            realm.introspect("other-api", "other-api-secret", key.value())
                    .then()
                    .body("active", equalTo(true));

            isRefused(tokens.exchange("other-api", "other-api-secret", key.value(), Map.of()));

            tokens.setAttribute("other-api", "allow.token.introspection.without.audience.check", "false");
        }

        @Test
        void thatIsPublic() {
            realm.clients().create(Map.of("clientId", "browser-app", "publicClient", true));
            tokens.allowExchange("browser-app");

            isRefused(given().formParams(Map.of(
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
    class ForTheKey {

        @ParameterizedTest
        @CsvSource({"revoke, The API key has been revoked", "disable, The API key is disabled"})
        void thatAnAdministratorStopped(String action, String description) {
            NewKey key = keys.create();
            keys.act(key, action);

            isRefused(tokens.exchange(key.value(), Map.of())).body("error_description", equalTo(description));
        }

        @Test
        void thatHasExpired() {
            NewKey key =
                    keys.create(Map.of("expiresAt", Instant.now().plusSeconds(2).toString()));

            isRefused(Eventually.get(
                            () -> tokens.exchange(key.value(), Map.of()), answer -> answer.statusCode() != 200))
                    .body("error_description", equalTo("The API key has expired"));
        }

        @Test
        void ofADisabledUser() {
            String bob = realm.users().create(Map.of("username", "bob", "enabled", true));
            NewKey key = keys.create(Map.of("userId", bob));
            tokens.exchange(key.value(), Map.of()).then().statusCode(200);

            realm.users().update("bob", user -> user.put("enabled", false));

            isRefused(tokens.exchange(key.value(), Map.of()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"made-up", "sk_live_00000000000000000000000000000000000000", " "})
        void thatNobodyKnows(String value) {
            isRefused(tokens.exchange(value, Map.of()));
        }

        @Test
        void thatIsAnAccessToken() {
            String token = realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read");

            isRefused(tokens.exchange(token, Map.of())).body("error_description", equalTo(UNKNOWN));
            tokens.exchange(token, Map.of("subject_token_type", TYPES + "access_token"))
                    .then()
                    .statusCode(200);
        }

        @Test
        void thatCallsItselfAnAccessToken() {
            isRefused(tokens.exchange(keys.create().value(), Map.of("subject_token_type", TYPES + "access_token")));
        }
    }

    @Nested
    class ForTheAddress {

        @ParameterizedTest
        @CsvSource({"10.0.0.1,200", "::ffff:10.0.0.1,200", "10.0.0.2,400", "127.0.0.1,400", "'',400", "here,400"})
        void thatTheRequesterNames(String address, int status) {
            NewKey key = keys.create(Map.of("allowedIps", List.of("10.0.0.1")));

            tokens.exchange(key.value(), Map.of("client_ip", address)).then().statusCode(status);
        }

        @Test
        void thatNobodyNamesAlthoughTheRequesterItselfWouldBeAllowed() {
            NewKey key = keys.create(Map.of("allowedIps", List.of("127.0.0.1")));

            isRefused(tokens.exchange(key.value(), Map.of()))
                    .body("error_description", equalTo("The API key may not be used from this address"));
            tokens.exchange(key.value(), Map.of("client_ip", "127.0.0.1"))
                    .then()
                    .statusCode(200);
        }
    }

    @Nested
    class ForTheRequest {

        @ParameterizedTest
        @ValueSource(strings = {"refresh_token", "id_token", "saml2", "jwt", ""})
        void ofAnotherTypeOfToken(String type) {
            isRefused(tokens.exchange(keys.create().value(), Map.of("requested_token_type", TYPES + type)))
                    .body("error_description", containsString("requested_token_type"));
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
            isRefused(tokens.exchange(keys.create().value(), Map.of(parameter, "alice")))
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

            isRefused(realm.tokens().request(form)).body("error_description", containsString("subject_token"));
        }
    }

    @Nested
    class WhereTheRealmDoesNotDiscloseReasons {

        @Test
        void noReasonIsGiven() {
            realm.setAttribute("api-keys.disclose-reason", "false");
            NewKey key = keys.create();
            keys.act(key, "revoke");

            isRefused(tokens.exchange(key.value(), Map.of()))
                    .body("error_description", equalTo(UNKNOWN))
                    .body("error_description", not(containsString("revoked")));
            realm.setAttribute("api-keys.disclose-reason", "true");
        }
    }
}
