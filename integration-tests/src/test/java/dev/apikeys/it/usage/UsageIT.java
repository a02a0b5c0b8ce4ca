package dev.apikeys.it.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.UsageOf;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of a key's calls, as its administrator sees it. */
class UsageIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Nested
    class CallsWithAKey {

        @Test
        void areCountedByWhatBecameOfThem() {
            NewKey key = keys.create(Map.of("limits", List.of("5/hour")));
            keys.introspect(key.value(), Map.of("cost", 3, "client_ip", "203.0.113.7"));
            keys.introspect(key.value(), Map.of("client_ip", "203.0.113.8"));
            keys.introspect(key.value(), Map.of("cost", 0, "client_ip", "203.0.113.9"));
            keys.introspect(key.value(), Map.of("cost", 2));
            keys.introspect(key.value(), Map.of("scope", "calls:write"));
            keys.act(key, "revoke");
            keys.introspect(key);

            JsonPath usage = new UsageOf(realm, key).after(7);

            assertThat(usage.getLong("total")).isEqualTo(7);
            assertThat(usage.getLong("allowed")).isEqualTo(4);
            assertThat(usage.getLong("denied")).isEqualTo(3);
            assertThat(usage.<Map<String, Integer>>get("deniedBy"))
                    .isEqualTo(Map.of("rate_limit_exceeded", 1, "insufficient_scope", 1, "key_revoked", 1));
            assertThat(usage.getString("lastUsedIp")).isEqualTo("203.0.113.8");
        }

        @Test
        void standInTheHourOrDayInWhichTheyWereMade() {
            NewKey key = keys.create();
            Instant before = Instant.now();
            keys.introspect(key);
            UsageOf usage = new UsageOf(realm, key);
            usage.after(1);

            for (ChronoUnit unit : List.of(ChronoUnit.HOURS, ChronoUnit.DAYS)) {
                String bucket = unit == ChronoUnit.HOURS ? "hour" : "day";
                JsonPath answer = usage.ask(Map.of("bucket", bucket)).jsonPath();
                List<Map<String, Object>> series = answer.getList("series");
                assertThat(series)
                        .hasSizeBetween(unit == ChronoUnit.HOURS ? 24 : 30, unit == ChronoUnit.HOURS ? 25 : 31);
                assertThat(series.stream()
                                .filter(piece -> !piece.get("total").equals(0))
                                .map(piece -> Instant.parse((String) piece.get("start"))))
                        .hasSize(1)
                        .first()
                        .isIn(before.truncatedTo(unit), Instant.now().truncatedTo(unit));
            }
        }

        @Test
        void areTheLastUseInTheList() {
            NewKey key = keys.create();
            NewKey unused = keys.create();
            Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            keys.introspect(key);

            String lastUsed = Eventually.get(
                    () -> realm.admin()
                            .get(realm.adminUrl("/api-keys/" + key.id()))
                            .path("lastUsedAt"),
                    instant -> instant != null);

            assertThat(Instant.parse(lastUsed)).isBetween(before, Instant.now());
            realm.admin().get(realm.adminUrl("/api-keys/" + unused.id())).then().body("lastUsedAt", equalTo(null));
        }

        @Test
        void countAtEveryDoor() {
            NewKey key = keys.create();
            realm.admin()
                    .given()
                    .auth()
                    .preemptive()
                    .basic("demo-api", "demo-api-secret")
                    .header("X-API-Key", key.value())
                    .get(realm.realmUrl("/api-keys/check"))
                    .then()
                    .statusCode(200);
            realm.tokens().clientCredentials("shop-backend", key.value(), "calls:read");

            assertThat(new UsageOf(realm, key).after(2).getLong("allowed")).isEqualTo(2);
        }

        @Test
        void goWithTheKey() {
            NewKey key = keys.create();
            keys.introspect(key);
            new UsageOf(realm, key).after(1);

            realm.admin().delete(realm.adminUrl("/api-keys/" + key.id())).then().statusCode(204);
            keys.introspect(key);

            new UsageOf(realm, key).ask(Map.of()).then().statusCode(404);
        }
    }

    @Nested
    class AnAddress {

        @Test
        void isNotKeptWhereTheRealmDoesNotWantIt() {
            NewKey key = keys.create();
            realm.setAttribute("api-keys.record-last-ip", "false");
            try {
                keys.introspect(key.value(), Map.of("client_ip", "203.0.113.7"));

                JsonPath usage = new UsageOf(realm, key).after(1);
                assertThat(usage.getString("lastUsedAt")).isNotNull();
                assertThat(usage.getString("lastUsedIp")).isNull();
            } finally {
                realm.setAttribute("api-keys.record-last-ip", "true");
            }
        }
    }

    @Nested
    class AKeyThatWasNeverUsed {

        @Test
        void hasASeriesOfNothing() {
            JsonPath usage = new UsageOf(realm, keys.create()).now();

            assertThat(usage.getLong("total")).isZero();
            assertThat(usage.getList("series.total")).hasSizeBetween(24, 25).containsOnly(0);
            assertThat(usage.getString("lastUsedAt")).isNull();
        }
    }

    @Nested
    class ATimeThatCannotBeAnswered {

        private final UsageOf usage = new UsageOf(realm, keys.create());

        @ParameterizedTest
        @CsvSource({
            "bucket, week, 'hour, day'",
            "from, yesterday, ISO 8601",
            "from, 2020-01-01T00:00:00Z, an instant of the last 8 days",
            "from, 2999-01-01T00:00:00Z, an instant before",
            "to, soon, ISO 8601"
        })
        void isRefusedByName(String parameter, String value, String allowed) {
            usage.ask(Map.of(parameter, value))
                    .then()
                    .statusCode(400)
                    .body("field", equalTo(parameter))
                    .body("errorMessage", containsString(value))
                    .body("errorMessage", containsString(allowed));
        }

        @Test
        void isRefusedWhenItIsTooLong() {
            usage.ask(Map.of("bucket", "day", "from", "2020-01-01T00:00:00Z"))
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("from"))
                    .body("errorMessage", containsString("at most 400 days before"));
        }
    }
}
