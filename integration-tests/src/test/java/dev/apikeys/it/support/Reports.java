package dev.apikeys.it.support;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What resource servers report about calls with keys. */
public record Reports(TestRealm realm) {

    /** Lets the realm allow what the documentation has as example. */
    public void allow() {
        realm.setAttribute("api-keys.outcomes", "messages,sent,delivered,read,failed");
    }

    /** One entry of a report. */
    public static Map<String, Object> entry(String keyId, String outcome, int count) {
        return new HashMap<>(Map.of("key", keyId, "outcome", outcome, "count", count));
    }

    /** What {@code demo-api} reports, each time under a new name. */
    public Response send(List<?> outcomes) {
        return send(UUID.randomUUID().toString(), Map.of("outcomes", outcomes));
    }

    /** The same under the name. */
    public Response send(String name, Object body) {
        return as("demo-api", "demo-api-secret")
                .header("Idempotency-Key", name)
                .body(body)
                .post(url());
    }

    /** A JSON request of the client. */
    public RequestSpecification as(String clientId, String secret) {
        return given().contentType(ContentType.JSON).auth().preemptive().basic(clientId, secret);
    }

    public String url() {
        return realm.realmUrl("/api-keys/outcomes");
    }

    /** The refusal has this status and this reason. */
    public static ValidatableResponse isRefused(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .header("X-Api-Key-Error", code)
                .header("Cache-Control", "no-store")
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }
}
