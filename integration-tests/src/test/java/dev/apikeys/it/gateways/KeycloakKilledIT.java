package dev.apikeys.it.gateways;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.Database;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.LoopbackPorts;
import dev.apikeys.server.NginxServer;
import dev.apikeys.server.ServerOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keycloak hangs, dies and comes back while nginx asks it. */
@RequiresNginx
class KeycloakKilledIT {

    private static final String UNKNOWN = "sk_live_00000000000000000000000000000000000000";

    private final TestRealm anywhere = TestRealm.fromDemo();
    private final Database database = SharedKeycloak.newDatabase("killed-behind-nginx");
    private final int port = LoopbackPorts.free();

    @Test
    void nginxAnswers503AndRecoversAndNeverOpensTheDoor() {
        try (EchoApi api = EchoApi.start();
                NginxServer nginx = Recipe.start("127.0.0.1:" + port, anywhere.name(), api, Map.of())) {
            String key = untilKilled(nginx);

            assertThat(status(nginx, key)).isEqualTo(503);
            assertThat(status(nginx, UNKNOWN)).isEqualTo(503);
            assertThat(api.calls()).isEqualTo(2);

            try (KeycloakServer again = KeycloakServer.start(options().keepingData())) {
                assertThat(again.url()).isEqualTo("http://127.0.0.1:" + port);
                assertThat(status(nginx, key)).isEqualTo(200);
                assertThat(status(nginx, UNKNOWN)).isEqualTo(401);
            }
        }
    }

    /** Returns a good key, whose calls were let through twice. */
    private String untilKilled(NginxServer nginx) {
        try (KeycloakServer server = KeycloakServer.start(options())) {
            TestRealm realm = anywhere.on(server);
            realm.importNow();
            String key = new Keys(realm).create().value();
            assertThat(status(nginx, key)).isEqualTo(200);
            server.freeze();
            assertThat(status(nginx, key)).isEqualTo(503);
            server.thaw();
            assertThat(status(nginx, key)).isEqualTo(200);
            server.kill();
            return key;
        }
    }

    private ServerOptions options() {
        return ServerOptions.named("it-behind-nginx")
                .withDatabase(database)
                .withStartOption("http-port", Integer.toString(port));
    }

    private static int status(NginxServer nginx, String key) {
        return given().header("X-API-Key", key).get(nginx.url("/calls")).statusCode();
    }
}
