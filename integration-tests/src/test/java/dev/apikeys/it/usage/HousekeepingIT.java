package dev.apikeys.it.usage;

import static dev.apikeys.it.support.Reports.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Reports;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.UsageOf;
import dev.apikeys.server.Database;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.PostgresServer;
import dev.apikeys.server.ServerOptions;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What has become old is rolled up or removed; its age is written into the database, since nobody can wait for it. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HousekeepingIT {

    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

    private PostgresServer postgres;
    private KeycloakServer keycloak;
    private Connection database;
    private TestRealm realm;
    private Keys keys;

    @BeforeAll
    void start() throws SQLException {
        postgres = PostgresServer.start();
        Database.PostgreSql tables = postgres.createDatabase("housekeeping");
        keycloak = KeycloakServer.start(ServerOptions.named("it-housekeeping")
                .withDatabase(tables)
                .withStartOption("spi-jpa-entity-provider--api-keys--housekeeping-interval", "1"));
        database = tables.connect();
        realm = TestRealm.onServer(keycloak, "demo-realm.json");
        realm.importNow();
        Keys.allowMany(realm);
        keys = new Keys(realm);
    }

    @AfterAll
    void stop() throws SQLException {
        database.close();
        keycloak.close();
        postgres.close();
    }

    @Test
    void hoursBecomeDaysAfterEightDaysAndNothingIsLost() throws SQLException {
        NewKey key = keys.create();
        Instant day = today.minus(Duration.ofDays(10));
        Instant recent = today.minus(Duration.ofDays(7));
        for (int hour = 0; hour < 5; hour++) {
            addCalls(key, day.plus(Duration.ofHours(hour)), 1, 100);
            addCalls(key, day.plus(Duration.ofHours(hour)), 2, 10);
            addCalls(key, recent.plus(Duration.ofHours(hour)), 1, 1);
        }

        Eventually.get(() -> rows(key), rows -> rows == 1 + 5);

        JsonPath usage = new UsageOf(realm, key).ask(Map.of("bucket", "day")).jsonPath();
        assertThat(usage.getLong("total")).isEqualTo(5 * 110 + 5);
        assertThat(usage.getLong("series.find { it.start == '" + day + "' }.total"))
                .isEqualTo(5 * 110);
        assertThat(usage.getLong("series.find { it.start == '" + recent + "' }.total"))
                .isEqualTo(5);
    }

    @Test
    void usageIsKeptAsLongAsTheRealmSays() throws SQLException {
        NewKey key = keys.create();
        addCalls(key, today.minus(Duration.ofDays(91)), -1, 7);
        addCalls(key, today.minus(Duration.ofDays(89)), -1, 8);

        Eventually.get(() -> rows(key), rows -> rows == 1);

        assertThat(new UsageOf(realm, key)
                        .ask(Map.of(
                                "bucket",
                                "day",
                                "from",
                                today.minus(Duration.ofDays(100)).toString()))
                        .jsonPath()
                        .getLong("total"))
                .isEqualTo(8);
    }

    @Test
    void revokedKeysGoWhenTheRealmSaysSoAndOthersStay() throws SQLException {
        NewKey longRevoked = keys.create();
        NewKey justRevoked = keys.create();
        NewKey active = keys.create();
        List.of(longRevoked, justRevoked).forEach(key -> keys.act(key, "revoke"));
        change("update API_KEY set REVOKED_AT = " + millis(Duration.ofDays(31)) + " where ID = '" + longRevoked.id()
                + "'");
        Eventually.get(() -> read(active), status -> status == 200);
        assertThat(read(longRevoked)).isEqualTo(200);

        realm.setAttribute("api-keys.revoked-retention", "30");

        Eventually.get(() -> read(longRevoked), status -> status == 404);
        assertThat(read(justRevoked)).isEqualTo(200);
        assertThat(read(active)).isEqualTo(200);
    }

    @Test
    void valuesThatWereReplacedLongAgoGoAndCurrentOnesStay() throws SQLException {
        NewKey key = keys.create();
        keys.act(key, "rotate");
        keys.act(key, "rotate");
        long before = secrets(key);
        change("update API_KEY_SECRET set VALID_UNTIL = " + millis(Duration.ofDays(31)) + " where KEY_ID = '" + key.id()
                + "' and VALID_UNTIL is not null");

        Eventually.get(() -> secrets(key), number -> number == 1);

        assertThat(before).isGreaterThan(1);
    }

    @Test
    void reportsAreKnownForADay() throws SQLException {
        NewKey key = keys.create();
        Reports reports = new Reports(realm);
        reports.allow();
        reports.send("name", Map.of("outcomes", List.of(entry(key.id(), "sent", 1))))
                .then()
                .statusCode(204);
        Map<String, ?> other = Map.of("outcomes", List.of(entry(key.id(), "read", 1)));
        reports.send("name", other).then().statusCode(422);
        change("update API_KEY_REPORT set COUNTED_AT = " + millis(Duration.ofHours(24)));

        reports.send("name", other).then().statusCode(204);

        change("update API_KEY_REPORT set COUNTED_AT = " + millis(Duration.ofHours(24)));
        Eventually.get(() -> number("select count(*) from API_KEY_REPORT"), number -> number == 0);
    }

    private int read(NewKey key) {
        return realm.admin().get(realm.adminUrl("/api-keys/" + key.id())).statusCode();
    }

    private void addCalls(NewKey key, Instant hour, int shard, long calls) throws SQLException {
        change(
                "insert into API_KEY_USAGE (KEY_ID, HOUR_BUCKET, OUTCOME, SHARD, CALLS) values ('%s', %d, 'allowed', %d, %d)"
                        .formatted(key.id(), hour.toEpochMilli(), shard, calls));
    }

    private long rows(NewKey key) {
        return number("select count(*) from API_KEY_USAGE where KEY_ID = '" + key.id() + "'");
    }

    private long secrets(NewKey key) {
        return number("select count(*) from API_KEY_SECRET where KEY_ID = '" + key.id() + "'");
    }

    private long number(String query) {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(String update) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(update);
        }
    }

    private static long millis(Duration age) {
        return Instant.now().minus(age).toEpochMilli();
    }
}
