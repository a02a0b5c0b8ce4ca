package dev.apikeys.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apikeys.it.fuzz.Draft.Framing;
import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What {@link FuzzIT} lets through is what Keycloak does, and logs, without the extension. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
class StockFaultsIT {

    private static KeycloakServer server;
    private static URI realm;

    @BeforeAll
    static void start() {
        server = KeycloakServer.start(ServerOptions.named("stock-faults")
                .withDatabase(SharedKeycloak.newDatabase("stock-faults"))
                .withoutProvider());
        TestRealm demo = TestRealm.onServer(server, "demo-realm.json");
        demo.importNow();
        realm = URI.create(demo.realmUrl("/"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void keycloakWithoutTheExtensionHasEachOfThem() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (StockFaults fault : StockFaults.values()) {
            int logged = server.log().length();

            softly.assertThat(status(fault.sample)).as(fault.name()).isIn(fault.statuses);
            softly.assertThatCode(
                            () -> Eventually.get(() -> server.log().substring(logged), log -> LogEntries.alarming(log)
                                    .anyMatch(fault::isLoggedAs)))
                    .as(fault.name())
                    .doesNotThrowAnyException();
        }
        softly.assertAll();
        assertThat(LogEntries.alarming(server.log()).filter(entry -> !StockFaults.explain(entry)))
                .isEmpty();
    }

    /** Between two requests of {@link FuzzIT} that is a matter of microseconds; here the second does not wait for the first. */
    @Test
    void keycloakLeavesBrokenChunksBehindAnUnfinishedAnswerUnanswered() throws IOException {
        Draft good = introspection("good");
        Draft broken = introspection("broken");
        broken.framing = Framing.BROKEN_CHUNKS;
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(Wire.request(good, realm.getAuthority()));
        both.writeBytes(Wire.request(broken, realm.getAuthority()));

        try (Connection connection = new Connection(realm.getPort())) {
            Optional<HttpAnswer> first = connection.exchange(both.toByteArray(), true, Connection.PATIENCE);

            assertThat(first.map(HttpAnswer::status)).contains(200);
            assertThatThrownBy(() -> connection.exchange(new byte[0], true, broken.framing.patience()))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static Draft introspection(String token) {
        return new Draft("introspection", "POST", realm.getRawPath() + "protocol/openid-connect/token/introspect")
                .basic("demo-api", "demo-api-secret")
                .form("token", token);
    }

    private static int status(Draft sample) throws IOException {
        if (!sample.path.startsWith("/")) {
            sample.path = realm.getRawPath() + sample.path;
        }
        try (Caller caller = new Caller(realm)) {
            return caller.send(sample).map(HttpAnswer::status).orElse(0);
        }
    }
}
