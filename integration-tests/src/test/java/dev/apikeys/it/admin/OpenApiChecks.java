package dev.apikeys.it.admin;

import dev.apikeys.it.support.GithubAlerts;
import dev.apikeys.it.support.TestRealm;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** Every answer of the doors for gateways and strangers that the OpenAPI document promises. */
record OpenApiChecks(TestRealm realm, OpenApiContract contract, AdminApi api) {

    private static final String SECRET = "demo-api-secret";
    private static final String BY_PATH = "/for/demo-api/calls:read/call";

    void ask() {
        String limited = key("2/hour");
        for (String path : List.of("", BY_PATH)) {
            check(SECRET, limited, Map.of(), path);
            check(SECRET, "unknown", Map.of(), path);
            check("wrong", limited, Map.of(), path);
        }
        check(SECRET, limited, Map.of(), "");
        check(SECRET, limited, Map.of(), BY_PATH);
        check(SECRET, limited, Map.of("limited", 403), "");
        check(SECRET, limited, Map.of("cost", "much"), "");
        check(SECRET, limited, Map.of(), "/for/demo-api/calls:write/call");
        check(SECRET, limited, Map.of(), "/for/nobody/-/call");
        check(
                SECRET,
                key(),
                Map.of("audience", "demo-api", "scope", "calls:read", "token", true, "client_ip", "::1"),
                "");
        api.changeSettings(Map.of("errorFormat", "error-object"));
        check(SECRET, "unknown", Map.of(), "");
        api.changeSettings(NewKeys.only("errorFormat", null));
        askForSeveral(limited);
        report();
        leak();
    }

    private void leak() {
        GithubAlerts github = new GithubAlerts(realm);
        String alert = GithubAlerts.about(key(), "garbage");
        github.send(anybody(), alert, GithubAlerts.IDENTIFIER, github.sign(alert));
        api.changeSettings(Map.of("githubLeaks", "revoke", "githubKeys", github.publicKeys()));
        for (String body : List.of(alert, "{}", " ".repeat(1024 * 1024 + 1))) {
            github.send(anybody(), body, GithubAlerts.IDENTIFIER, github.sign(body));
        }
        github.send(anybody(), alert, GithubAlerts.IDENTIFIER, "wrong");
        api.changeSettings(Map.of("githubKeys", "https://keys.invalid/documented"));
        github.send(anybody(), alert, GithubAlerts.IDENTIFIER, github.sign(alert));
        showing(Map.of("key", key()));
        requireHttps("all");
        showing(Map.of("key", "garbage"));
        requireHttps("external");
        showing(Map.of());
        api.changeSettings(Map.of("revokeByPossession", false));
        showing(Map.of("token", "garbage"));
        api.changeSettings("{\"githubLeaks\":null,\"githubKeys\":null,\"revokeByPossession\":null}");
    }

    private void showing(Map<String, ?> body) {
        anybody().contentType(ContentType.JSON).body(body).post(realm.realmUrl("/api-keys/revoke"));
    }

    private void requireHttps(String of) {
        realm.admin()
                .body(Map.of("sslRequired", of))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
    }

    private RequestSpecification anybody() {
        return RestAssured.given().filter(contract);
    }

    private void report() {
        String id = api.created(NewKeys.named("Reported")).id();
        api.changeSettings(Map.of("outcomes", "sent,read", "outcomeRates", "read=read/sent"));
        Map<String, ?> sent = Map.of("outcomes", List.of(Map.of("key", id, "outcome", "sent", "count", 2)));
        report(SECRET, ContentType.JSON, sent);
        report(SECRET, ContentType.JSON, Map.of("outcomes", List.of(Map.of("key", id, "outcome", "read"))));
        report("wrong", ContentType.JSON, sent);
        report(SECRET, ContentType.TEXT, "{}");
        gateway(SECRET).contentType(ContentType.JSON).body(sent).post(reports());
        api.usage(id, Map.of());
        api.changeSettings("{\"outcomes\":null,\"outcomeRates\":null}");
    }

    private void report(String secret, ContentType type, Object body) {
        gateway(secret)
                .contentType(type)
                .header("Idempotency-Key", "name")
                .body(body)
                .post(reports());
    }

    private String reports() {
        return realm.realmUrl("/api-keys/outcomes");
    }

    private void askForSeveral(String limited) {
        Map<String, ?> checks =
                Map.of("checks", List.of(Map.of("key", key()), Map.of("key", "unknown"), Map.of("key", limited)));
        batch(SECRET, ContentType.JSON, checks);
        batch("wrong", ContentType.JSON, checks);
        batch(SECRET, ContentType.JSON, "[]");
        batch(SECRET, ContentType.TEXT, "{}");
    }

    private String key(String... limits) {
        return api.created(NewKeys.with("limits", List.of(limits))).value();
    }

    private void check(String secret, String key, Map<String, ?> query, String path) {
        gateway(secret).header("X-API-Key", key).queryParams(query).get(url(path));
    }

    private Response batch(String secret, ContentType type, Object body) {
        return gateway(secret).contentType(type).body(body).post(url("/batch"));
    }

    private RequestSpecification gateway(String secret) {
        return RestAssured.given().filter(contract).auth().preemptive().basic("demo-api", secret);
    }

    private String url(String path) {
        return realm.realmUrl("/api-keys/check" + path);
    }
}
