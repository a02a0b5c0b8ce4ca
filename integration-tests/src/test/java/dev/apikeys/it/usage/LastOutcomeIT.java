package dev.apikeys.it.usage;

import static dev.apikeys.it.support.Reports.entry;
import static dev.apikeys.it.support.Reports.isRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Reports;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.UsageOf;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When the latest outcome of a call with a key happened, as resource servers report it. */
class LastOutcomeIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Reports reports = new Reports(realm);
    private final NewKey key = keys.create();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @BeforeAll
    static void allowManyKeysAndOutcomes() {
        Keys.allowMany(realm);
        new Reports(realm).allow();
    }

    private JsonPath usage() {
        return new UsageOf(realm, key).now();
    }

    private String last() {
        return usage().getString("lastOutcomeAt");
    }

    private Map<String, Object> at(Instant at, String outcome) {
        Map<String, Object> entry = entry(key.id(), outcome, 1);
        entry.put("at", at.toString());
        return entry;
    }

    private void report(Object... entries) {
        reports.send(List.of(entries)).then().statusCode(204);
    }

    @Nested
    class WhenOutcomesWereReported {

        private final Instant earlier = now.minus(Duration.ofMinutes(90));

        @Test
        void isTheLatestWhateverTheOutcomeAndTheOrderOfTheEntries() {
            report(
                    at(earlier.minusSeconds(1), "sent"),
                    at(earlier, "failed"),
                    at(earlier.minus(Duration.ofDays(6)), "read"));

            assertThat(last()).isEqualTo(earlier.toString());
        }

        @Test
        void doesNotGoBackWhenOlderOnesAreReportedLater() {
            report(at(earlier, "sent"));
            report(at(earlier.minusSeconds(1), "delivered"));
            assertThat(last()).isEqualTo(earlier.toString());

            report(at(earlier.plusMillis(1), "read"));
            assertThat(last()).isEqualTo(earlier.plusMillis(1).toString());
        }

        @Test
        void isTheTimeOfTheReportWithoutAnInstantOrWithOneThatIsAhead() {
            report(entry(key.id(), "sent", 1));
            Instant first = Instant.parse(last());
            assertThat(first).isBetween(now, Instant.now());

            report(at(Instant.now().plusSeconds(20), "sent"));
            assertThat(Instant.parse(last())).isBetween(first, Instant.now());
        }

        @Test
        void isToldWhateverTimeIsAskedAboutAndIsNoUse() {
            Instant daysAgo = now.minus(Duration.ofDays(6));
            report(at(daysAgo, "sent"));

            JsonPath usage = usage();
            assertThat(usage.getInt("outcomes.sent")).isZero();
            assertThat(usage.getString("lastOutcomeAt")).isEqualTo(daysAgo.toString());
            assertThat(usage.getString("lastUsedAt")).isNull();
        }

        @Test
        void isToldTheOwnerToo() {
            Response created = realm.user("alice")
                    .body(Map.of("name", "hers", "clientId", "shop-backend", "scopes", List.of("calls:read")))
                    .post(realm.realmUrl("/api-keys/account"));
            Map<String, Object> sent = at(earlier, "sent");
            sent.put("key", created.path("id"));
            report(sent);

            realm.user("alice")
                    .get(realm.realmUrl("/api-keys/account/" + created.path("id") + "/usage"))
                    .then()
                    .statusCode(200)
                    .body("lastOutcomeAt", equalTo(earlier.toString()));
        }

        @Test
        void isNotMovedByAReportThatIsRepeated() {
            String name = UUID.randomUUID().toString();
            Map<String, ?> body = Map.of("outcomes", List.of(entry(key.id(), "sent", 1)));
            reports.send(name, body).then().statusCode(204);
            String first = last();

            reports.send(name, body).then().statusCode(204);

            assertThat(last()).isEqualTo(first);
        }

        @Test
        void isThatOfItsKeyAlone() {
            NewKey other = keys.create();
            Map<String, Object> later = at(earlier.plusSeconds(5), "sent");
            later.put("key", other.id());
            report(later, at(earlier, "sent"));

            assertThat(last()).isEqualTo(earlier.toString());
            assertThat(new UsageOf(realm, other).now().getString("lastOutcomeAt"))
                    .isEqualTo(earlier.plusSeconds(5).toString());
        }
    }

    @Nested
    class WhenNoneWasReported {

        @Test
        void isAbsentThoughTheKeyWasUsed() {
            keys.introspect(key);

            JsonPath usage = new UsageOf(realm, key).after(1);

            assertThat(usage.getString("lastUsedAt")).isNotNull();
            assertThat(usage.<Map<String, ?>>get("")).doesNotContainKey("lastOutcomeAt");
        }

        @Test
        void isAbsentAfterAReportThatWasRefused() {
            isRefused(
                    reports.send(List.of(entry(key.id(), "sent", 1), entry(key.id(), "sent", 0))),
                    400,
                    "invalid_request");

            assertThat(usage().<Map<String, ?>>get("")).doesNotContainKey("lastOutcomeAt");
        }
    }
}
