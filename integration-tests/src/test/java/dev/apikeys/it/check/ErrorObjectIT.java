package dev.apikeys.it.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A realm whose refusals are {@code {"error":{"code","message"}}}. */
class ErrorObjectIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);

    @BeforeAll
    static void chooseTheFormat() {
        Keys.allowMany(realm);
        realm.setAttribute("api-keys.error-format", "error-object");
    }

    @Test
    void aMissingScopeIsNamed() {
        is(
                checks.ask(keys.create(), Map.of("scope", "calls:write")),
                403,
                Map.of("code", "INSUFFICIENT_SCOPE", "message", "API key lacks required scope: calls:write"));
    }

    @ParameterizedTest
    @CsvSource({"revoke, KEY_REVOKED, API key has been revoked", "disable, KEY_DISABLED, API key is disabled"})
    void aStoppedKeySaysSo(String action, String code, String message) {
        NewKey key = keys.create();
        keys.act(key, action);

        is(checks.ask(key), 401, Map.of("code", code, "message", message));
    }

    @Test
    void aMissingKeyIsUnauthorized() {
        is(
                checks.gateway().get(checks.url()),
                401,
                Map.of("code", "UNAUTHORIZED", "message", "API key is missing, malformed or unknown"));
    }

    @Test
    void aUsedUpLimitSaysHowLongToWait() {
        NewKey key = keys.create(Map.of("limits", List.of("1/hour")));
        checks.ask(key).then().statusCode(200);

        Response answer = checks.ask(key);

        answer.then()
                .statusCode(429)
                .header("X-Api-Key-Error", "rate_limit_exceeded")
                .body(
                        "",
                        equalTo(Map.of(
                                "error",
                                Map.of("code", "RATE_LIMIT_EXCEEDED", "message", "Too many requests with this API key"),
                                "retry_after",
                                Integer.parseInt(answer.header("Retry-After")))));
    }

    @Test
    void aBadRequestAndABadGatewayHaveTheSameForm() {
        checks.ask(keys.create(), Map.of("cost", "much"))
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("error.code", equalTo("INVALID_REQUEST"))
                .body("error.message", startsWith("cost: 'much' is not allowed"));
        checks.gateway("demo-api", "wrong")
                .get(checks.url())
                .then()
                .statusCode(401)
                .body("error.code", equalTo("INVALID_CLIENT"));
    }

    private static void is(Response answer, int status, Map<String, ?> error) {
        answer.then().statusCode(status).contentType("application/json").body("", equalTo(Map.of("error", error)));
        assertThat(answer.header("X-Api-Key-Error")).isEqualToIgnoringCase(String.valueOf(error.get("code")));
    }
}
