package dev.apikeys.it.check;

import static dev.apikeys.it.check.Checks.isRefused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayAuthenticationIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);
    private final NewKey key = keys.create();

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
        realm.clients().create(Map.of("clientId", "spa", "publicClient", true));
    }

    @Test
    void aWrongSecretIsRefusedWhateverTheKey() {
        Response good = checks.gateway("demo-api", "wrong")
                .header("X-API-Key", key.value())
                .get(checks.url());
        Response bad = checks.gateway("demo-api", "wrong")
                .header("X-API-Key", "nonsense")
                .get(checks.url());

        isRefused(good, 401, "invalid_client")
                .header("WWW-Authenticate", "Basic realm=\"" + realm.name() + "\"")
                .header("X-Api-Key-Id", nullValue());
        isRefused(bad, 401, "invalid_client").body(equalTo(good.asString()));
    }

    @Test
    void credentialsOfTheCallerDoNotStandInForThoseOfTheGatewayThatTheUrlNames() {
        isRefused(
                checks.gateway("other-api", "other-api-secret")
                        .header("X-API-Key", key.value())
                        .queryParam("client_id", "demo-api")
                        .get(checks.url()),
                401,
                "invalid_client");
        checks.gateway()
                .header("X-API-Key", key.value())
                .queryParam("client_id", "demo-api")
                .get(checks.url())
                .then()
                .statusCode(200);
    }

    @Test
    void twoCredentialsAreNone() {
        isRefused(
                checks.gateway()
                        .header("X-API-Key", key.value())
                        .header("Authorization", "Basic b3RoZXItYXBpOm90aGVyLWFwaS1zZWNyZXQ=")
                        .get(checks.url()),
                401,
                "invalid_client");
    }

    @Test
    void aClientThatDoesNotExistIsRefusedAlike() {
        isRefused(
                checks.gateway("nobody", "s").header("X-API-Key", key.value()).get(checks.url()),
                401,
                "invalid_client");
    }

    /** Percent signs that encode nothing, and a name that PostgreSQL refuses to look for. */
    @ParameterizedTest
    @ValueSource(strings = {"%zz:x", "demo-api:%", "demo-api%00:x", "demo-api\0:x"})
    void credentialsThatCannotBeReadAreRefusedAlike(String credentials) {
        String line = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));

        isRefused(given().header("Authorization", line).get(checks.url()), 401, "invalid_client");
        isRefused(
                given().header("Authorization", line)
                        .queryParam("client_id", "demo-api")
                        .get(checks.url()),
                401,
                "invalid_client");
    }

    @Test
    void aPublicClientIsNoGateway() {
        isRefused(
                checks.gateway("spa", "")
                        .header("X-API-Key", key.value())
                        .queryParam("audience", "demo-api")
                        .get(checks.url()),
                401,
                "invalid_client");
        isRefused(
                given().header("X-API-Key", key.value())
                        .queryParam("client_id", "spa")
                        .queryParam("audience", "demo-api")
                        .get(checks.url()),
                401,
                "invalid_client");
    }

    @Test
    void aDisabledClientIsNoGateway() {
        realm.clients().create(Map.of("clientId", "retired", "secret", "retired-secret", "enabled", false));

        isRefused(
                checks.gateway("retired", "retired-secret")
                        .header("X-API-Key", key.value())
                        .queryParam("audience", "demo-api")
                        .get(checks.url()),
                401,
                "invalid_client");
    }

    @Test
    void aKeyAuthenticatesNoGateway() {
        isRefused(
                checks.gateway("shop-backend", key.value())
                        .header("X-API-Key", key.value())
                        .queryParam("audience", "demo-api")
                        .get(checks.url()),
                401,
                "invalid_client");
    }

    @Test
    void anAccessTokenAuthenticatesNoGateway() {
        String token = realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read");

        isRefused(
                given().header("X-API-Key", key.value())
                        .header("Authorization", "Bearer " + token)
                        .queryParam("audience", "demo-api")
                        .get(checks.url()),
                401,
                "invalid_client");
    }

    @Test
    void theSecretOfAnApiIsNotTakenFromTheBodyOfTheCall() {
        Response answer = given().header("X-API-Key", key.value())
                .formParam("client_id", "demo-api")
                .formParam("client_secret", "demo-api-secret")
                .queryParam("audience", "demo-api")
                .post(checks.url());

        isRefused(answer, 401, "invalid_client");
    }

    @Test
    void theBodyOfTheCallDoesNotChangeWhoTheGatewayIs() {
        checks.gateway()
                .header("X-API-Key", key.value())
                .formParam("client_id", "other-api")
                .formParam("client_secret", "other-api-secret")
                .post(checks.url())
                .then()
                .statusCode(200);
    }

    @Test
    void credentialsAreNotTakenOverAConnectionThatTheRealmDoesNotTrust() {
        realm.admin()
                .body(Map.of("sslRequired", "all"))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
        Response answer = checks.ask(key);
        realm.admin()
                .body(Map.of("sslRequired", "external"))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);

        isRefused(answer, 403, "invalid_request").body("detail", equalTo("HTTPS required"));
        checks.ask(key).then().statusCode(200);
    }

    @Nested
    class WithoutCredentials {

        @Test
        void nothingCanBeLearntOfAKey() {
            NewKey revoked = keys.create();
            keys.act(revoked, "revoke");
            Response good = anonymous(key.value(), "demo-api");

            isRefused(good, 401, "invalid_client");
            for (String value : new String[] {revoked.value(), "sk_live_madeUp"}) {
                isRefused(anonymous(value, "demo-api"), 401, "invalid_client").body(equalTo(good.asString()));
            }
        }

        @Test
        void nothingCanBeLearntOfClients() {
            isRefused(anonymous(key.value(), "no-such-client"), 401, "invalid_client")
                    .body(equalTo(anonymous(key.value(), "demo-api").asString()));
        }

        private Response anonymous(String value, String audience) {
            return given().header("X-API-Key", value)
                    .queryParam("audience", audience)
                    .get(checks.url());
        }
    }
}
