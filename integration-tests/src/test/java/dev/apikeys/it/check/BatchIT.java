package dev.apikeys.it.check;

import static dev.apikeys.it.check.Checks.isRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several keys in one call. */
class BatchIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);
    private final NewKey key = keys.create(Map.of("limits", List.of("60/minute")));

    @BeforeAll
    static void allowManyKeysAndAGateway() {
        Keys.allowMany(realm);
        ClientAttributes.gateway(realm, "demo-api");
    }

    @Test
    void isAnsweredInItsOrder() {
        NewKey revoked = keys.create();
        keys.act(revoked, "revoke");

        Response answer = batch(List.of(
                Map.of("key", key.value(), "scope", "calls:read", "client_ip", "203.0.113.7", "cost", 10),
                Map.of("key", revoked.value()),
                Map.of("key", key.value(), "scope", "calls:write"),
                Map.of("key", key.value(), "audience", "other-api"),
                Map.of("key", "nonsense")));

        answer.then().statusCode(200).contentType(ContentType.JSON).header("Cache-Control", "no-store");
        List<Map<String, Object>> results = answer.path("results");
        assertThat(results.get(0))
                .containsEntry("status", 200)
                .containsEntry("id", key.id())
                .containsEntry("client", "shop-backend")
                .containsEntry("scope", "calls:read")
                .containsKeys("subject", "rate_limit");
        assertThat(answer.<Integer>path("results[0].rate_limit[0].remaining")).isEqualTo(50);
        assertThat(results.subList(1, 5))
                .containsExactly(
                        refused(401, "key_revoked", "API key has been revoked"),
                        refused(403, "insufficient_scope", "API key lacks required scope: calls:write"),
                        refused(403, "audience_denied", "API key is not meant for this API"),
                        refused(401, "unauthorized", "API key is missing, malformed or unknown"));
        assertThat(answer.asString()).doesNotContain(key.value(), revoked.value());
    }

    @Test
    void countsEachOfItsChecks() {
        NewKey limited = keys.create(Map.of("limits", List.of("2/hour")));
        Map<String, String> check = Map.of("key", limited.value());

        Response answer = batch(List.of(check, check, check));

        assertThat(answer.<List<Integer>>path("results.status")).containsExactly(200, 200, 429);
        answer.then().body("results[2].code", equalTo("rate_limit_exceeded"));
        assertThat(answer.<Integer>path("results[2].retry_after")).isBetween(1, 3600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'key':'K','cost':1001}        | checks[1].cost: '1001' is not allowed",
                "{'key':'K','cost':'1'}         | checks[1].cost: '1' is not allowed",
                "{'key':'K','client_ip':'here'} | checks[1].client_ip: 'here' is not allowed",
                "{'key':'K','audience':'no'}    | checks[1].audience: 'no' is not allowed",
                "{'key':'K','scope':'über'}      | checks[1].scope: 'über' is not allowed",
                "{'key':'K','scope':''}         | checks[1].scope: '' is not allowed",
                "{'key':'K','token':true}       | checks[1].token: 'true' is not allowed",
                "{'key':7}                      | checks[1].key: '' is not allowed",
                "{}                             | checks[1].key: '' is not allowed",
                "{'key':null}                   | checks[1].key: '' is not allowed",
                "['K']                          | checks[1]: '' is not allowed",
                "{'key':'K','key':'K'}          | body: '' is not allowed"
            })
    void whatCannotBeReadIsNamedAndNothingIsCounted(String check, String detail) {
        NewKey limited = keys.create(Map.of("limits", List.of("1/hour")));
        String wrong = check.replace("\"", "\\\"").replace('\'', '"').replace("\"K\"", '"' + limited.value() + '"');

        isRefused(send("{\"checks\":[{\"key\":\"" + limited.value() + "\"}," + wrong + "]}"), 400, "invalid_request")
                .body("detail", startsWith(detail))
                .body(not(containsString(limited.value())));

        checks.ask(limited).then().statusCode(200);
    }

    @Test
    void hasOneResultForEachCheckAlsoWhenNoApiIsNamed() {
        NewKey revoked = keys.create();
        keys.act(revoked, "revoke");

        Response answer = send("{\"checks\":[{\"key\":\"" + revoked.value() + "\",\"audience\":null},{\"key\":\""
                + key.value() + "\",\"audience\":null,\"scope\":null,\"client_ip\":null}]}");

        assertThat(answer.<List<Integer>>path("results.status")).containsExactly(401, 200);
    }

    @Test
    void hasNoQuestionInItsQuery() {
        Map<String, ?> body = Map.of("checks", List.of(Map.of("key", key.value())));

        isRefused(
                        checks.gateway()
                                .contentType(ContentType.JSON)
                                .body(body)
                                .queryParam("scope", "calls:write")
                                .post(url()),
                        400,
                        "invalid_request")
                .body("detail", startsWith("scope: 'calls:write' is not allowed"));
        checks.gateway()
                .contentType(ContentType.JSON)
                .body(body)
                .queryParam("client_id", "demo-api")
                .post(url())
                .then()
                .statusCode(200);
    }

    @Test
    void isJsonInSomeEncoding() {
        isRefused(send(new byte[] {0, 0, 0, 0x7B, 0}), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "nonsense",
                "{\"checks\":{}}",
                "{\"checks\":[]}",
                "{\"check\":[]}",
                "{\"checks\":[]} {}"
            })
    void aBodyIsAListOfChecks(String body) {
        isRefused(send(body), 400, "invalid_request");
    }

    @Test
    void hasAtMostAHundredChecks() {
        Map<String, ?> look = Map.of("key", key.value(), "cost", 0);

        send(Map.of("checks", Collections.nCopies(100, look))).then().statusCode(200);
        isRefused(send(Map.of("checks", Collections.nCopies(101, look))), 400, "invalid_request")
                .body("detail", startsWith("checks: '' is not allowed; allowed: a list of 1 to 100 checks"));
    }

    @Test
    void hasABoundedBody() {
        String large = "{\"checks\":[{\"key\":\"" + "x".repeat(300_000) + "\"}]}";

        isRefused(send(large), 400, "invalid_request").body("detail", startsWith("body: "));
    }

    @Test
    void isForGatewaysOnly() {
        ClientAttributes.openChecks(realm, "demo-api", "true");
        Map<String, ?> body = Map.of("checks", List.of(Map.of("key", key.value(), "audience", "demo-api")));

        isRefused(given().contentType(ContentType.JSON).body(body).post(url()), 401, "invalid_client");
        isRefused(
                checks.gateway("demo-api", "wrong")
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post(url()),
                401,
                "invalid_client");
        ClientAttributes.openChecks(realm, "demo-api", "false");
    }

    private Response batch(List<Map<String, ?>> entries) {
        return send(Map.of("checks", entries));
    }

    private Response send(Object body) {
        return checks.gateway().contentType(ContentType.JSON).body(body).post(url());
    }

    private String url() {
        return checks.url() + "/batch";
    }

    private static Map<String, Object> refused(int status, String code, String message) {
        return Map.of("status", status, "code", code, "message", message);
    }
}
