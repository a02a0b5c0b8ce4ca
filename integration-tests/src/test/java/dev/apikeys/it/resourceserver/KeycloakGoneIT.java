package dev.apikeys.it.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keycloak is killed in the middle, as by a power cut, and comes back on the same port. */
@EnabledIfSystemProperty(named = "database", matches = "h2")
class KeycloakGoneIT {

    private static final int CALLS = 20;

    @ParameterizedTest
    @EnumSource(Implementation.class)
    void nothingIsLetThroughUntilItIsBack(Implementation implementation, @TempDir Path directory) {
        ServerOptions options = options("it-gone", directory);
        KeycloakServer keycloak = KeycloakServer.start(options);
        try {
            TestRealm realm = TestRealm.onServer(keycloak, "demo-realm.json");
            realm.importNow();
            NewKey key = new Keys(realm).create();
            int port = URI.create(keycloak.url()).getPort();
            try (ProtectedApi api = implementation.start(realm)) {
                api.get(key, "/calls").then().statusCode(200);

                keycloak.kill();
                Eventually.get(() -> api.get(key, "/calls").statusCode(), status -> status == 503);
                for (int call = 0; call < CALLS; call++) {
                    api.get(key, "/calls")
                            .then()
                            .statusCode(503)
                            .header("Retry-After", "5")
                            .body("error.code", equalTo("SERVICE_UNAVAILABLE"))
                            .body("error.message", equalTo("API keys cannot be checked at the moment"));
                }
                keycloak.close();

                keycloak = KeycloakServer.start(options.withStartOption("http-port", Integer.toString(port)));
                assertThat(URI.create(keycloak.url()).getPort()).isEqualTo(port);
                api.get(key, "/calls").then().statusCode(200);
            }
        } finally {
            keycloak.close();
        }
    }

    private static ServerOptions options(String name, Path directory) {
        return ServerOptions.named(name)
                .withStartOption(
                        "db-url",
                        "jdbc:h2:file:" + directory.resolve("keycloakdb").toAbsolutePath()
                                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0");
    }
}
