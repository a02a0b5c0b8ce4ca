package dev.apikeys.it.resourceserver;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.spring.SpringResourceServer;
import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keycloak is killed in the middle, as by a power cut, and comes back on the same port. */
class KeycloakGoneIT {

    private static final NewKey UNKNOWN = new NewKey("", "sk_live_00000000000000000000000000000000000000");
    private static final int CALLS = 20;

    @Test
    void nobodyLetsAnythingThroughUntilItIsBack(@TempDir Path directory) {
        ServerOptions options = options(directory);
        KeycloakServer keycloak = KeycloakServer.start(options);
        try {
            TestRealm realm = TestRealm.onServer(keycloak, "demo-realm.json");
            realm.importNow();
            NewKey key = new Keys(realm).create();
            int port = URI.create(keycloak.url()).getPort();
            try (ProtectedApi jersey = Implementation.JERSEY.start(realm);
                    ProtectedApi resteasy = Implementation.RESTEASY.start(realm);
                    SpringResourceServer spring = spring(realm)) {
                List<ProtectedApi> protectedApis = List.of(jersey, resteasy);
                letIn(key, protectedApis, spring);

                keycloak.kill();
                protectedApis.forEach(api -> answers503(key, api));
                answers500(key, spring);
                keycloak.close();

                keycloak = KeycloakServer.start(options.withStartOption("http-port", Integer.toString(port)));
                assertThat(URI.create(keycloak.url()).getPort()).isEqualTo(port);
                letIn(key, protectedApis, spring);
            }
        } finally {
            keycloak.close();
        }
    }

    private static void letIn(NewKey key, List<ProtectedApi> protectedApis, SpringResourceServer spring) {
        for (ProtectedApi api : protectedApis) {
            api.get(key, "/calls").then().statusCode(200);
            api.get(UNKNOWN, "/calls").then().statusCode(401);
        }
        ask(spring, key).then().statusCode(200);
        ask(spring, UNKNOWN).then().statusCode(401);
    }

    private static void answers503(NewKey key, ProtectedApi api) {
        Eventually.get(() -> api.get(key, "/calls").statusCode(), status -> status == 503);
        for (int call = 0; call < CALLS; call++) {
            api.get(key, "/calls")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("error.code", equalTo("SERVICE_UNAVAILABLE"))
                    .body("error.message", equalTo("API keys cannot be checked at the moment"));
        }
        api.get(UNKNOWN, "/calls").then().statusCode(503);
    }

    /** Spring Security takes a Keycloak that does not answer for an error of its own. */
    private static void answers500(NewKey key, SpringResourceServer spring) {
        for (int call = 0; call < CALLS; call++) {
            ask(spring, key).then().statusCode(500);
        }
        ask(spring, UNKNOWN).then().statusCode(500);
    }

    private static Response ask(SpringResourceServer spring, NewKey key) {
        return given().auth().oauth2(key.value()).get(spring.url("/calls"));
    }

    private static SpringResourceServer spring(TestRealm realm) {
        return SpringResourceServer.start(
                realm.realmUrl("/protocol/openid-connect/token/introspect"), "demo-api", "demo-api-secret");
    }

    private static ServerOptions options(Path directory) {
        return ServerOptions.named("it-gone")
                .withStartOption(
                        "db-url",
                        "jdbc:h2:file:" + directory.resolve("keycloakdb").toAbsolutePath()
                                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0");
    }
}
