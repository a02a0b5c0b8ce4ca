package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.Transfers;
import dev.apikeys.it.support.Transfers.Report;
import dev.apikeys.server.Database.PostgreSql;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What others do while an import waits for them: the test holds a transaction open and sees who waits for it. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportRacesIT {

    private final PostgreSql database = (PostgreSql) SharedKeycloak.newDatabase("import_races");
    private final KeycloakServer keycloak =
            KeycloakServer.start(ServerOptions.named("it-import-races").withDatabase(database));
    private final TestRealm realm = TestRealm.onServer(keycloak, "demo-realm.json");
    private final Transfers transfers = Transfers.of(realm);
    private Connection other;

    @BeforeAll
    void importRealm() {
        realm.importNow();
        assertThat(transfers
                        .importLines(List.of(KeyRecords.of("theirs", "foreign-theirs")))
                        .count("imported"))
                .isEqualTo(1);
    }

    @AfterAll
    void stop() {
        keycloak.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        other = database.connect();
        other.setAutoCommit(false);
    }

    @AfterEach
    void end() throws SQLException {
        other.close();
    }

    @Test
    void aHashThatAnotherKeyTakesMeanwhileIsRefusedAndStandsInNoLog() throws SQLException {
        Map<String, Object> record = KeyRecords.of("mine", "foreign-mine");
        record.put("valueCreatedAt", "2022-01-01T00:00:00Z");
        transfers.importLines(List.of(record));
        Map<String, Object> next = KeyRecords.with(record, "hash", KeyRecords.hex("foreign-raced"));
        next.put("valueCreatedAt", "2022-01-02T00:00:00Z");
        takeHash("foreign-raced");

        CompletableFuture<Report> report = CompletableFuture.supplyAsync(() -> transfers.importLines(List.of(next)));
        awaitWaiting(1);
        other.commit();

        assertThat(report.join().fields(1)).containsExactly("hash");
        assertThat(keycloak.log()).doesNotContain(KeyRecords.hex("foreign-raced"), "(sha256)");
    }

    @Test
    void aClientThatIsDeletedBeforeItsRecordsAreWrittenHasNoKeys() throws SQLException {
        String id = client("goes-before");
        try (Statement statement = other.createStatement()) {
            statement.executeQuery("select ID from CLIENT where ID = '" + id + "' for update");
        }

        CompletableFuture<Integer> deletion = delete(id);
        awaitWaiting(1);
        CompletableFuture<Report> report = importFor("goes-before");
        awaitWaiting(2);
        other.rollback();

        assertThat(deletion.join()).isEqualTo(204);
        assertThat(report.join().count("refused")).isEqualTo(1);
        assertThat(keysOf(id)).isZero();
    }

    @Test
    void aClientThatIsDeletedWhileItsRecordsAreWrittenTakesItsKeysAlong() throws SQLException {
        String id = client("goes-after");
        takeHash("foreign-goes-after");

        CompletableFuture<Report> report = importFor("goes-after");
        awaitWaiting(1);
        CompletableFuture<Integer> deletion = delete(id);
        awaitWaiting(2);
        other.rollback();

        assertThat(report.join().count("imported")).isEqualTo(1);
        assertThat(deletion.join()).isEqualTo(204);
        assertThat(keysOf(id)).isZero();
    }

    private String client(String clientId) {
        KeyClients.create(realm, clientId);
        return realm.clients().id(clientId);
    }

    private CompletableFuture<Report> importFor(String clientId) {
        Map<String, Object> record =
                KeyRecords.with(KeyRecords.of(clientId, "foreign-" + clientId), "clientId", clientId);
        return CompletableFuture.supplyAsync(() -> transfers.importLines(List.of(record)));
    }

    private CompletableFuture<Integer> delete(String id) {
        return CompletableFuture.supplyAsync(
                () -> realm.admin().delete(realm.adminUrl("/clients/" + id)).statusCode());
    }

    private long keysOf(String clientId) {
        return number("select count(*) from API_KEY where CLIENT_ID = '" + clientId + "'");
    }

    private void takeHash(String value) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.executeUpdate("insert into API_KEY_SECRET"
                    + " (ID, SHA256, KEY_ID, PREFIX, HINT, LAST4, CREATED_AT, VALID_UNTIL)"
                    + " select gen_random_uuid()::text, '" + KeyRecords.hex(value) + "', ID, '', '', '', 0, 1"
                    + " from API_KEY where EXTERNAL_ID = 'theirs'");
        }
    }

    /** Returns when so many others wait for the transaction of the test, or for each other. */
    private void awaitWaiting(long sessions) {
        Eventually.get(
                () -> number("select count(*) from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and datname = current_database()"),
                number -> number == sessions);
    }

    private long number(String query) {
        try (Connection own = database.connect();
                Statement statement = own.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
