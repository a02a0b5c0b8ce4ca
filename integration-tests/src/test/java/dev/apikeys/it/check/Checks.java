package dev.apikeys.it.check;

import static io.restassured.RestAssured.given;

import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The check endpoint of a realm, as gateways ask it. */
record Checks(TestRealm realm) {

    static final String PATH = "/api-keys/check";

    /** Whether the key is good for {@code demo-api}, which asks itself. */
    Response ask(NewKey key) {
        return ask(key, Map.of());
    }

    /** The same with further parameters. */
    Response ask(NewKey key, Map<String, ?> query) {
        return gateway().header("X-API-Key", key.value()).queryParams(query).get(url());
    }

    /** A request of {@code demo-api}. */
    RequestSpecification gateway() {
        return gateway("demo-api", "demo-api-secret");
    }

    RequestSpecification gateway(String clientId, String secret) {
        return given().auth().preemptive().basic(clientId, secret);
    }

    String url() {
        return realm.realmUrl(PATH);
    }

    /** The refusal has this status and this reason, in the header field and in the body. */
    static ValidatableResponse isRefused(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .header("X-Api-Key-Error", code)
                .header("Cache-Control", "no-store")
                .contentType("application/problem+json")
                .body("status", org.hamcrest.Matchers.equalTo(status))
                .body("code", org.hamcrest.Matchers.equalTo(code));
    }
}
