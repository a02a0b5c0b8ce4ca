package dev.apikeys.it.secrecy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.secrecy.Answers.Answer;
import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.Database.PostgreSql;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Where the values of keys are, and where their hashes, after keys went through every door of a server that logs all it can. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsIT {

    private final PostgreSql database = (PostgreSql) SharedKeycloak.newDatabase("secrets");
    private final KeycloakServer keycloak = KeycloakServer.start(ServerOptions.named("it-secrets")
            .withDatabase(database)
            .withBuildOption("metrics-enabled", "true")
            .withLogLevel("debug"));
    private final TestRealm realm = TestRealm.onServer(keycloak, "demo-realm.json");

    private List<String> issued = List.of();
    private List<String> neverMisplaced = List.of();
    private List<Answer> answers = List.of();
    private Needles values = Needles.ofValues(issued);
    private Needles hashes = Needles.ofHashes(issued);

    @BeforeAll
    void walkThroughEveryDoor() {
        realm.importNow();
        saveAllEvents();
        try (Answers recorded = Answers.record()) {
            EveryDoor door = new EveryDoor(realm);
            issued = door.walkThrough();
            neverMisplaced = issued.stream()
                    .filter(value -> !door.outOfPlace().contains(value))
                    .toList();
            answers = recorded.all();
        }
        values = Needles.ofValues(issued);
        hashes = Needles.ofHashes(issued);
    }

    @AfterAll
    void stop() {
        keycloak.close();
    }

    @Test
    void theSearchFindsWhatItSeeks() {
        String value = issued.get(0);
        String hidden = Base64.getEncoder().encodeToString(("shop-backend:" + value).getBytes(StandardCharsets.UTF_8));

        assertThat(issued).hasSize(9);
        assertThat(values.in("a line with " + value)).hasSize(1);
        assertThat(values.in("Basic " + hidden)).hasSize(1);
        assertThat(hashes.in("sk_live_" + value)).isEmpty();
    }

    @Test
    void noLineOfTheLogHasOne() {
        assertThat(keycloak.log()).contains(" DEBUG ").contains("API_KEY_SECRET", "CLIENT_LOGIN");
        assertThat(values.in(keycloak.logFile())).isEmpty();
        assertThat(hashes.in(keycloak.logFile())).isEmpty();
    }

    @Test
    void theDatabaseHasHashesInOneTableAndNoValue() throws SQLException {
        Map<String, String> tables = new Dump(database).tables();

        assertThat(tables.get("event_entity")).contains("INTROSPECT_TOKEN_ERROR", "CLIENT_LOGIN");
        assertThat(tables.get("admin_event_entity"))
                .contains("API_KEY", "api-keys/import", "api-keys/export", "possessor", "github");
        assertThat(hashes.in(tables.getOrDefault("api_key_secret", ""))).isNotEmpty();
        assertThat(tables)
                .allSatisfy((table, rows) -> assertThat(values.in(rows)).isEmpty());
        assertThat(tables).allSatisfy((table, rows) -> {
            if (!table.equals("api_key_secret")) {
                assertThat(hashes.in(rows)).isEmpty();
            }
        });
    }

    @Test
    void anAnswerHasNoneButThatToItsMaker() {
        assertThat(answers).hasSizeGreaterThan(100);
        List<String> makers = answers.stream()
                .filter(answer -> !values.in(answer.text()).isEmpty())
                .map(Answer::to)
                .toList();

        assertThat(makers)
                .hasSameSizeAs(issued)
                .allMatch(to -> to.matches("POST .*/api-keys(/account)?(/[0-9a-f-]{36}/rotate)?"));
    }

    /** GitHub tells its findings apart by their hashes, and has the values. */
    @Test
    void nobodyIsToldAHashButWhoExportsAndGithub() {
        List<String> told = answers.stream()
                .filter(answer -> !hashes.in(answer.text()).isEmpty())
                .map(answer -> answer.to().replaceFirst(" .*/api-keys/", " "))
                .toList();

        assertThat(told).containsExactly("POST leaks/github", "GET export", "GET export");
    }

    @Test
    void neitherMetricsNorThreadsHaveOne(@TempDir Path directory) throws IOException, InterruptedException {
        String metrics =
                given().get(keycloak.managementUrl().resolve("/metrics")).asString();
        Path threads = new Jvm(keycloak.jvm(), directory).threads();

        assertThat(metrics).contains("keycloak_api_keys_verdicts_total");
        assertThat(values.in(metrics)).isEmpty();
        assertThat(hashes.in(metrics)).isEmpty();
        assertThat(values.in(threads)).isEmpty();
        assertThat(hashes.in(threads)).isEmpty();
    }

    /** Of a value that somebody has searched for, or written into a file of an import, that text can stay for a while. */
    @Test
    void afterACollectionTheHeapHasNoValueThatWasHandedOutOrPresented(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path heap = new Jvm(keycloak.jvm(), directory).heap();

        assertThat(hashes.in(heap)).as("what the cache remembers").isNotEmpty();
        assertThat(Needles.ofValues(neverMisplaced).in(heap)).isEmpty();
    }

    private void saveAllEvents() {
        List<String> types = Stream.of(
                        "INTROSPECT_TOKEN", "CLIENT_LOGIN", "TOKEN_EXCHANGE", "UPDATE_CREDENTIAL", "REMOVE_CREDENTIAL")
                .flatMap(type -> Stream.of(type, type + "_ERROR"))
                .toList();
        realm.admin()
                .body(Map.of(
                        "eventsEnabled", true,
                        "enabledEventTypes", types,
                        "adminEventsEnabled", true,
                        "adminEventsDetailsEnabled", true))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
    }
}
