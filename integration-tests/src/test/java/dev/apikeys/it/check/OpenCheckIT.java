package dev.apikeys.it.check;

import static dev.apikeys.it.check.Checks.isRefused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An API that lets anybody check keys for it. */
class OpenCheckIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @BeforeEach
    void open() {
        ClientAttributes.openChecks(realm, "demo-api", "true");
    }

    @AfterEach
    void close() {
        ClientAttributes.openChecks(realm, "demo-api", "false");
    }

    @ParameterizedTest
    @CsvSource({
        "X-API-Key, ''",
        "Authorization, ApiKey",
        "Authorization, apikey",
        "Authorization, Bearer",
        "Authorization, bearer"
    })
    void aKeyIsFoundWhereverItMayStand(String header, String scheme) {
        NewKey key = keys.create();

        given().header(header, (scheme + " " + key.value()).strip())
                .queryParam("audience", "demo-api")
                .get(checks.url())
                .then()
                .statusCode(200)
                .header("X-Api-Key-Id", key.id());
    }

    @Test
    void differentKeysInTwoPlacesAreOneTooMany() {
        Response answer = given().header("X-API-Key", keys.create().value())
                .header("Authorization", "Bearer " + keys.create().value())
                .queryParam("audience", "demo-api")
                .get(checks.url());

        isRefused(answer, 400, "invalid_request");
    }

    @Test
    void refusalsAreTheSameAsForGateways() {
        NewKey key = keys.create();
        isRefused(ask(key, Map.of("scope", "calls:write")), 403, "insufficient_scope");
        keys.act(key, "revoke");
        isRefused(ask(key, Map.of()), 401, "key_revoked");
    }

    @Test
    void anotherApiStaysClosed() {
        isRefused(
                given().header("X-API-Key", keys.create().value())
                        .queryParam("audience", "other-api")
                        .get(checks.url()),
                401,
                "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "yes", "TRUE", ""})
    void anythingButTrueLeavesTheApiClosed(String value) {
        ClientAttributes.openChecks(realm, "demo-api", value);

        isRefused(ask(keys.create(), Map.of()), 401, "invalid_client");
    }

    @Test
    void theApiHasToBeNamed() {
        isRefused(given().header("X-API-Key", keys.create().value()).get(checks.url()), 400, "invalid_request")
                .body("detail", startsWith("audience: '' is not allowed"));
    }

    @Test
    void nobodyIsHandedAToken() {
        isRefused(ask(keys.create(), Map.of("token", "true")), 400, "invalid_request")
                .body("detail", containsString("token: 'true' is not allowed"));
    }

    @Test
    void nobodySaysWhereTheCallerIs() {
        NewKey key = keys.create(Map.of("allowedIps", List.of("203.0.113.7")));

        isRefused(ask(key, Map.of("client_ip", "203.0.113.7")), 400, "invalid_request")
                .body("detail", startsWith("client_ip: '203.0.113.7' is not allowed"));
        isRefused(
                given().header("X-API-Key", key.value())
                        .header("X-Forwarded-For", "203.0.113.7")
                        .queryParam("audience", "demo-api")
                        .get(checks.url()),
                403,
                "ip_denied");
    }

    @DisabledIfSystemProperty(
            named = "keycloak.runtime",
            matches = "container",
            disabledReason = "a container sees the engine's network where others see loopback")
    @Test
    void theCallerIsWhereTheConnectionComesFrom() {
        ask(keys.create(Map.of("allowedIps", List.of("127.0.0.1"))), Map.of())
                .then()
                .statusCode(200);
    }

    @Test
    void nobodySaysWhatTheCallCosts() {
        isRefused(ask(keys.create(), Map.of("cost", "1000")), 400, "invalid_request")
                .body("detail", startsWith("cost: '1000' is not allowed"));
    }

    @Test
    void credentialsOfTheCallerMakeNoGatewayOfIt() {
        NewKey restricted = keys.create(Map.of("allowedIps", List.of("203.0.113.7")));

        isRefused(
                checks.gateway("other-api", "other-api-secret")
                        .header("X-API-Key", restricted.value())
                        .header("X-Forwarded-For", "203.0.113.7")
                        .queryParam("audience", "demo-api")
                        .get(checks.url()),
                403,
                "ip_denied");
        checks.gateway("somebody", "for something else")
                .header("X-API-Key", keys.create().value())
                .queryParam("audience", "demo-api")
                .get(checks.url())
                .then()
                .statusCode(200);
    }

    @Test
    void aGatewayThatNamesItselfIsBelieved() {
        NewKey restricted = keys.create(Map.of("allowedIps", List.of("203.0.113.7")));

        checks.gateway()
                .header("X-API-Key", restricted.value())
                .queryParams(Map.of("audience", "demo-api", "client_id", "demo-api", "client_ip", "203.0.113.7"))
                .get(checks.url())
                .then()
                .statusCode(200);
        isRefused(
                checks.gateway("demo-api", "wrong")
                        .header("X-API-Key", restricted.value())
                        .queryParams(Map.of("audience", "demo-api", "client_id", "demo-api"))
                        .get(checks.url()),
                401,
                "invalid_client");
    }

    @Test
    void anApiThatIsExemptFromTheAudienceCheckIsNotOpen() {
        realm.clients().setAttribute("demo-api", "allow.token.introspection.without.audience.check", "true");

        Response answer = ask(keys.create(), Map.of());

        realm.clients().setAttribute("demo-api", "allow.token.introspection.without.audience.check", "false");
        isRefused(answer, 401, "invalid_client");
    }

    private Response ask(NewKey key, Map<String, ?> query) {
        return given().header("X-API-Key", key.value())
                .queryParam("audience", "demo-api")
                .queryParams(query)
                .get(checks.url());
    }
}
