package dev.apikeys.it.check;

import static dev.apikeys.it.check.Checks.isRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway that appends the caller's own path and query to the path of the check. */
class CheckByPathIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);
    private final NewKey key = keys.create(Map.of("scopes", List.of("calls:read", "contacts:read")));

    @BeforeAll
    static void allowManyKeysAndAGateway() {
        Keys.allowMany(realm);
        ClientAttributes.gateway(realm, "demo-api");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/for/demo-api/calls:read/call",
                "/for/demo-api/calls:read/call/",
                "/for/demo-api/calls:read/call/v1/calls/17",
                "/for/demo-api/calls:read,contacts:read/call/v1",
                "/for/demo-api/calls:read+contacts:read/call/v1",
                "/for/demo-api/-/call/v1/calls",
                "/for/demo-api/-/call/batch",
                "/for/demo-api/-/call/v1/a%20b:c/",
                "/for/demo-api/-/call/v1?scope=calls:write&cost=much&audience=other-api&token=true&unknown&client_id=spa",
                "/for/demo-api/-/call/for/other-api/-/call",
                "/for/demo-api/-/call/v1?client_ip=10.0.0.1&client_ip=10.0.0.2"
            })
    void asksWhatThePathSaysAndNothingThatTheCallerWrote(String path) {
        ask(path).then().statusCode(200).header("X-Api-Key-Id", key.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"})
    void asksWhateverTheMethod(String method) {
        checks.gateway()
                .header("X-API-Key", key.value())
                .request(method, checks.url() + "/for/demo-api/calls:read/call/v1/calls")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/for/demo-api/calls:write/call/v1",
                "/for/demo-api/calls:read,calls:write/call/v1?scope=calls:read"
            })
    void aMissingScopeIsMissing(String path) {
        isRefused(ask(path), 403, "insufficient_scope").body("detail", containsString("calls:write"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/for/demo-api/-", "/for/demo-api/-/anything", "/for/demo-api/v1/calls"})
    void aSegmentThatWasForgottenIsNotTakenFromTheCallersPath(String path) {
        ask(path).then().statusCode(404).header("X-Api-Key-Id", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../../-/call", "/%2e%2e/%2e%2e/-/call", "/;x/..", "//"})
    void theCallersPathLeadsNowhereElse(String path) {
        Response answer = ask("/for/demo-api/calls:write/call" + path);

        assertThat(answer.statusCode()).isIn(400, 403);
    }

    @Test
    void anotherApiIsDenied() {
        isRefused(ask("/for/other-api/-/call/v1"), 403, "audience_denied");
    }

    @Test
    void anUnknownApiIsNamed() {
        isRefused(ask("/for/nobody/-/call/v1"), 400, "invalid_request")
                .body("detail", startsWith("audience: 'nobody'"));
    }

    @Test
    void theCallerCannotSayWhereItIs() {
        NewKey restricted = keys.create(Map.of("allowedIps", List.of("203.0.113.7")));

        isRefused(
                checks.gateway()
                        .header("X-API-Key", restricted.value())
                        .get(checks.url() + "/for/demo-api/-/call/v1?client_ip=203.0.113.7"),
                403,
                "ip_denied");
        checks.gateway()
                .header("X-API-Key", restricted.value())
                .header("X-Forwarded-For", "203.0.113.7")
                .get(checks.url() + "/for/demo-api/-/call/v1")
                .then()
                .statusCode(200);
    }

    private Response ask(String path) {
        return checks.gateway()
                .header("X-API-Key", key.value())
                .urlEncodingEnabled(false)
                .get(checks.url() + path);
    }
}
