package dev.apikeys.it.faults;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Reports;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.tokens.KeyTokens;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.PostgresServer;
import dev.apikeys.server.ServerOptions;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The database is away for a moment: what the node knows goes on, and nobody is told that a key is bad. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
class DatabaseStoppedIT {

    @Test
    void callersHear503AboutKeysThatTheNodeDoesNotRememberAndAllIsWellAfterwards() throws Exception {
        try (PostgresServer postgres = PostgresServer.startDurable();
                KeycloakServer server = KeycloakServer.start(
                        ServerOptions.named("it-database-stopped").withDatabase(postgres.createDatabase("stopped")))) {
            TestRealm realm = TestRealm.onServer(server, "demo-realm.json");
            realm.importNow();
            Keys keys = new Keys(realm);
            NewKey remembered = keys.create();
            NewKey unknown = keys.create();
            NewKey found = keys.create();
            Reports reports = new Reports(realm);
            reports.allow();
            assertThat(introspect(realm, remembered).<Boolean>path("active")).isTrue();
            check(realm, remembered).then().statusCode(200);

            postgres.crash();
            assertThat(introspect(realm, remembered).<Boolean>path("active")).isTrue();
            check(realm, remembered).then().statusCode(200);
            introspect(realm, unknown)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("error", equalTo("temporarily_unavailable"));
            check(realm, unknown)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("code", equalTo("temporarily_unavailable"));
            batch(realm, unknown).then().statusCode(503).header("Retry-After", "2");
            reports.send("while-away", report(unknown))
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("code", equalTo("temporarily_unavailable"));
            show(realm, found)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("error", equalTo("temporarily_unavailable"));

            postgres.startAgain();
            Eventually.get(() -> check(realm, unknown).statusCode(), status -> status == 200);
            assertThat(introspect(realm, unknown).<Boolean>path("active")).isTrue();
            reports.send("while-away", report(unknown)).then().statusCode(204);
            assertThat(introspect(realm, found).<Boolean>path("active")).isTrue();
            show(realm, found).then().statusCode(200);
            assertThat(introspect(realm, found).<Boolean>path("active")).isFalse();
            keys.act(unknown, "revoke");
            assertThat(introspect(realm, unknown).<Boolean>path("active")).isFalse();
        }
    }

    @Test
    void callersHear503AboutTokensThatWereMadeFromKeys() throws Exception {
        try (PostgresServer postgres = PostgresServer.startDurable();
                KeycloakServer server = KeycloakServer.start(ServerOptions.named("it-database-stopped-tokens")
                        .withDatabase(postgres.createDatabase("stopped_tokens")))) {
            TestRealm realm = TestRealm.onServer(server, "demo-realm.json");
            realm.importNow();
            NewKey key = new Keys(realm).create();
            KeyTokens tokens = new KeyTokens(realm);
            tokens.allowExchange("demo-api");
            List<String> ofKey = List.of(tokens.token(key), tokens.exchanged(key), upstream(realm, key));
            ofKey.forEach(token ->
                    assertThat(introspect(realm, token).<Boolean>path("active")).isTrue());

            postgres.crash();
            ofKey.forEach(token -> introspect(realm, token)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("error", equalTo("temporarily_unavailable")));

            postgres.startAgain();
            for (String token : ofKey) {
                Response answer = Eventually.get(() -> introspect(realm, token), some -> some.statusCode() == 200);
                assertThat(answer.<Boolean>path("active")).isTrue();
            }
        }
    }

    /** What a gateway hands to the API. */
    private static String upstream(TestRealm realm, NewKey key) {
        return asking(key)
                .queryParam("token", "true")
                .get(realm.realmUrl("/api-keys/check"))
                .then()
                .statusCode(200)
                .extract()
                .header("Authorization")
                .substring("Bearer ".length());
    }

    private static Response introspect(TestRealm realm, NewKey key) {
        return introspect(realm, key.value());
    }

    private static Response introspect(TestRealm realm, String token) {
        return realm.introspect("demo-api", "demo-api-secret", token);
    }

    private static Response check(TestRealm realm, NewKey key) {
        return asking(key).get(realm.realmUrl("/api-keys/check"));
    }

    private static RequestSpecification asking(NewKey key) {
        return given().auth().preemptive().basic("demo-api", "demo-api-secret").header("X-API-Key", key.value());
    }

    private static Response show(TestRealm realm, NewKey key) {
        return given().formParam("key", key.value()).post(realm.realmUrl("/api-keys/revoke"));
    }

    private static Map<String, ?> report(NewKey key) {
        return Map.of("outcomes", List.of(Reports.entry(key.id(), "sent", 1)));
    }

    private static Response batch(TestRealm realm, NewKey key) {
        return given().auth()
                .preemptive()
                .basic("demo-api", "demo-api-secret")
                .contentType(ContentType.JSON)
                .body(Map.of("checks", List.of(Map.of("key", key.value()))))
                .post(realm.realmUrl("/api-keys/check/batch"));
    }
}
