package dev.apikeys.it.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Only the client credentials grant narrows what it gives to what the key may do, so a key opens no other door. */
class KeyAuthenticatesNothingElseIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String SECRET = "shop-backend-secret";
    private static final List<String> FRUITS =
            List.of("access_token", "refresh_token", "request_uri", "device_code", "auth_req_id");

    private final Keys keys = new Keys(realm);

    @BeforeAll
    static void openEveryDoorToTheClient() {
        Keys.allowMany(realm);
        realm.clients().update("shop-backend", client -> {
            client.put("standardFlowEnabled", true);
            client.put("directAccessGrantsEnabled", true);
            client.put("redirectUris", List.of("http://127.0.0.1/callback"));
        });
        new KeyTokens(realm).allowExchange("shop-backend");
        realm.clients().setAttribute("shop-backend", "oauth2.device.authorization.grant.enabled", "true");
        realm.clients().setAttribute("shop-backend", "oidc.ciba.grant.enabled", "true");
    }

    /**
     * A door that authenticates clients.
     *
     * @param path below {@code /protocol/openid-connect}
     * @param statusWithSecret what the door answers to the client with its secret: never 401
     */
    record Door(String name, String path, Map<String, String> form, int statusWithSecret) {

        Response knock(RequestSpecification request) {
            return request.formParams(form).post(realm.realmUrl("/protocol/openid-connect" + path));
        }

        Door smuggling(String parameter, String value) {
            Map<String, String> more = new HashMap<>(form);
            more.put(parameter, value);
            return new Door(name + " with " + parameter + "=" + value, path, more, statusWithSecret);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Door> doors() {
        return Stream.concat(
                grants(),
                endpoints().flatMap(door -> Stream.of(door, door.smuggling("grant_type", "client_credentials"))));
    }

    private static Stream<Door> grants() {
        return Stream.of(
                grant("password", Map.of("username", "alice", "password", "alice"), 200),
                grant("refresh_token", Map.of("refresh_token", refreshToken()), 200),
                grant(
                        "authorization_code",
                        Map.of("code", "made-up", "redirect_uri", "http://127.0.0.1/callback"),
                        400),
                grant("urn:ietf:params:oauth:grant-type:device_code", Map.of("device_code", "made-up"), 400),
                grant("urn:openid:params:grant-type:ciba", Map.of("auth_req_id", "made-up"), 400),
                grant("urn:ietf:params:oauth:grant-type:uma-ticket", Map.of("audience", "shop-backend"), 400),
                grant(
                        KeyTokens.EXCHANGE,
                        Map.of(
                                "subject_token",
                                userToken(),
                                "subject_token_type",
                                "urn:ietf:params:oauth:token-type:access_token"),
                        200));
    }

    private static Stream<Door> endpoints() {
        return Stream.of(
                new Door("introspection", "/token/introspect", Map.of("token", "made-up"), 200),
                new Door("revocation", "/revoke", Map.of("token", refreshToken()), 200),
                new Door(
                        "pushed authorization request",
                        "/ext/par/request",
                        Map.of("response_type", "code", "redirect_uri", "http://127.0.0.1/callback"),
                        201),
                new Door("device authorization", "/auth/device", Map.of("scope", "openid"), 200),
                new Door("backchannel authentication", "/ext/ciba/auth", Map.of("scope", "openid"), 400));
    }

    private static Door grant(String type, Map<String, String> more, int statusWithSecret) {
        return new Door(type, "/token", more, statusWithSecret).smuggling("grant_type", type);
    }

    @Nested
    class EveryOtherDoor {

        static Stream<Door> doors() {
            return KeyAuthenticatesNothingElseIT.doors();
        }

        @ParameterizedTest
        @MethodSource("doors")
        void staysShutForAKey(Door door) {
            String value =
                    keys.create(Map.of("scopes", List.of(), "fullAccess", true)).value();

            for (Presentation presentation : Presentation.values()) {
                Response answer = door.knock(presentation.put(given(), "shop-backend", value));

                assertThat(answer.statusCode())
                        .as(presentation + ": " + answer.asString())
                        .isIn(400, 401);
                assertThat(answer.<String>path("error"))
                        .as(presentation + ": " + answer.asString())
                        .isIn("invalid_client", "unauthorized_client", "invalid_request");
                FRUITS.forEach(fruit -> assertThat(answer.<Object>path(fruit)).isNull());
            }
        }

        @ParameterizedTest
        @MethodSource("doors")
        void opensToTheClientSecret(Door door) {
            door.knock(Presentation.BASIC.put(given(), "shop-backend", SECRET))
                    .then()
                    .statusCode(door.statusWithSecret());
        }
    }

    @Nested
    class TheGrantType {

        @Test
        void cannotBeGivenTwice() {
            Presentation.BASIC
                    .put(given(), "shop-backend", keys.create().value())
                    .formParam("grant_type", "client_credentials", "password")
                    .formParams(Map.of("username", "alice", "password", "alice"))
                    .post(realm.realmUrl("/protocol/openid-connect/token"))
                    .then()
                    .statusCode(400);
        }

        @Test
        void isReadFromTheFormAndNotFromTheQuery() {
            Presentation.BASIC
                    .put(given(), "shop-backend", keys.create().value())
                    .queryParam("grant_type", "client_credentials")
                    .formParams(Map.of("grant_type", "password", "username", "alice", "password", "alice"))
                    .post(realm.realmUrl("/protocol/openid-connect/token"))
                    .then()
                    .statusCode(401);
        }
    }

    private static String refreshToken() {
        return login().path("refresh_token");
    }

    private static String userToken() {
        return login().path("access_token");
    }

    private static Response login() {
        Response answer = realm.tokens()
                .request(Map.of(
                        "grant_type", "password",
                        "client_id", "shop-backend",
                        "client_secret", SECRET,
                        "username", "alice",
                        "password", "alice"));
        answer.then().statusCode(200);
        return answer;
    }
}
