package dev.apikeys.it.usage;

import static dev.apikeys.it.support.Reports.entry;
import static dev.apikeys.it.support.Reports.isRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of calls, as resource servers report it. */
class OutcomesIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String OTHER_KEY = "the id of an API key that is meant for the API";

    private final Keys keys = new Keys(realm);
    private final Reports reports = new Reports(realm);
    private final NewKey key = keys.create();

    @BeforeAll
    static void allowManyKeysAndOutcomes() {
        Keys.allowMany(realm);
        new Reports(realm).allow();
        realm.setAttribute("api-keys.outcome-rates", "delivered=(delivered+read)/sent,read=read/sent,lost=failed/lost");
    }

    private JsonPath usage() {
        return new UsageOf(realm, key).now();
    }

    private int reported(String outcome) {
        return usage().getInt("outcomes." + outcome);
    }

    @Nested
    class TheStatisticsOfASeed {

        @Test
        void areConfiguredReportedAndRead() {
            reports.send(List.of(
                            entry(key.id(), "messages", 110),
                            entry(key.id(), "sent", 100),
                            entry(key.id(), "failed", 10),
                            entry(key.id(), "delivered", 50),
                            entry(key.id(), "read", 47)))
                    .then()
                    .statusCode(204)
                    .header("Cache-Control", "no-store");
            reports.send(List.of(Map.of("key", key.id(), "outcome", "read")))
                    .then()
                    .statusCode(204);

            JsonPath usage = usage();
            assertThat(usage.<Map<String, Integer>>get("outcomes"))
                    .isEqualTo(Map.of("messages", 110, "sent", 100, "delivered", 50, "read", 48, "failed", 10))
                    .satisfies(outcomes -> assertThat(outcomes.keySet())
                            .containsExactly("messages", "sent", "delivered", "read", "failed"));
            assertThat(usage.getDouble("rates.delivered")).isEqualTo(0.98);
            assertThat(usage.getDouble("rates.read")).isEqualTo(0.48);
            assertThat(usage.<Map<String, Object>>get("rates").keySet()).containsExactly("delivered", "read");
        }
    }

    @Nested
    class ReportedOutcomes {

        @Test
        void areNoCallsAndStandInTheirHourAndDay() {
            Instant before = Instant.now().minus(Duration.ofHours(30));
            Map<String, Object> earlier = entry(key.id(), "sent", 3);
            earlier.put("at", before.toString());
            Map<String, Object> ahead = entry(key.id(), "sent", 4);
            ahead.put("at", Instant.now().plusSeconds(20).toString());
            keys.introspect(key);
            new UsageOf(realm, key).after(1);
            Instant now = Instant.now();
            reports.send(List.of(earlier, ahead)).then().statusCode(204);

            JsonPath hours = new UsageOf(realm, key)
                    .ask(Map.of("from", before.toString()))
                    .jsonPath();
            assertThat(hours.getInt("total")).isEqualTo(1);
            assertThat(hours.getInt("denied")).isZero();
            assertThat(hours.getMap("deniedBy")).isEmpty();
            assertThat(hours.getInt("outcomes.sent")).isEqualTo(7);
            assertThat(hours.getInt("series[0].outcomes.sent")).isEqualTo(3);
            assertThat(hours.getInt("series[0].total")).isZero();
            assertThat(hours.<List<Map<String, Object>>>get("series.findAll { it.outcomes.sent == 4 }"))
                    .hasSize(1)
                    .first()
                    .satisfies(piece -> assertThat(Instant.parse((String) piece.get("start")))
                            .isIn(
                                    now.truncatedTo(ChronoUnit.HOURS),
                                    Instant.now().truncatedTo(ChronoUnit.HOURS)));
            assertThat(usage().getInt("outcomes.sent")).isEqualTo(4);
        }

        @Test
        void areReadByTheOwnerToo() {
            Response created = realm.user("alice")
                    .body(Map.of("name", "hers", "clientId", "shop-backend", "scopes", List.of("calls:read")))
                    .post(realm.realmUrl("/api-keys/account"));
            reports.send(List.of(entry(created.path("id"), "sent", 5))).then().statusCode(204);

            realm.user("alice")
                    .get(realm.realmUrl("/api-keys/account/" + created.path("id") + "/usage"))
                    .then()
                    .statusCode(200)
                    .body("outcomes.sent", equalTo(5))
                    .body("total", equalTo(0));
        }

        @Test
        void comeLaterThanTheEndOfTheKey() {
            keys.act(key, "revoke");

            reports.send(List.of(entry(key.id(), "delivered", 2))).then().statusCode(204);

            assertThat(reported("delivered")).isEqualTo(2);
        }

        @Test
        void stayReadableWhenTheRealmNoLongerAllowsThem() {
            TestRealm other = TestRealm.fromDemo();
            other.whileImported(() -> {
                Reports there = new Reports(other);
                NewKey known = new Keys(other).create();
                there.allow();
                there.send(List.of(entry(known.id(), "read", 1))).then().statusCode(204);
                other.setAttribute("api-keys.outcomes", "sent");

                isRefused(there.send(List.of(entry(known.id(), "read", 1))), 400, "invalid_request")
                        .body("detail", equalTo("outcomes[0].outcome: 'read' is not allowed; allowed: one of sent"));
                assertThat(new UsageOf(other, known).now().<Map<String, Integer>>get("outcomes"))
                        .isEqualTo(Map.of("sent", 0, "read", 1));

                other.setAttribute("api-keys.outcomes", "");
                isRefused(there.send(List.of(entry(known.id(), "sent", 1))), 400, "invalid_request")
                        .body(
                                "detail",
                                containsString("nothing, because the realm names no outcomes in api-keys.outcomes"));
            });
        }
    }

    @Nested
    class AWrongReport {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "outcome|'opened'|opened|one of messages, sent, delivered, read, failed",
                    "outcome|'allowed'|allowed|one of messages",
                    "outcome|7|7|text",
                    "outcome|null|``|one of messages",
                    "count|0|0|a whole number from 1 to 1000000",
                    "count|-1|-1|a whole number from 1 to 1000000",
                    "count|1000001|1000001|a whole number from 1 to 1000000",
                    "count|1.5|1.5|a whole number from 1 to 1000000",
                    "count|'1'|1|a whole number from 1 to 1000000",
                    "at|'yesterday'|yesterday|an ISO 8601 instant in UTC of the last 7 days, not in the future",
                    "at|'2999-01-01T00:00:00Z'|2999-01-01T00:00:00Z|an ISO 8601 instant in UTC",
                    "at|'2026-01-01T00:00:00Z'|2026-01-01T00:00:00Z|an ISO 8601 instant in UTC",
                    "key|'shop'|shop|the id of an API key that is meant for the API",
                    "key|null|``|the id of an API key that is meant for the API",
                    "colour|'red'|red|no field of this name"
                })
        void isNamedByPlaceFieldAndValueAndNothingIsCounted(String field, String json, String echo, String allowed) {
            String fields = field.equals("key") ? "" : "'key':'" + key.id() + "',";
            String outcome = field.equals("outcome") ? "" : "'outcome':'sent',";
            String body = "{'outcomes':[{'key':'" + key.id() + "','outcome':'sent'},{" + fields + outcome + "'" + field
                    + "':" + json + "}]}";

            isRefused(reports.send(UUID.randomUUID().toString(), body.replace('\'', '"')), 400, "invalid_request")
                    .body(
                            "detail",
                            containsString("outcomes[1].%s: '%s' is not allowed; allowed: %s"
                                    .formatted(field, echo, allowed)));

            assertThat(reported("sent")).isZero();
        }

        @Test
        void hasAllOfItsMistakesNamed() {
            isRefused(
                            reports.send(List.of(
                                    Map.of("key", "x", "outcome", "y"),
                                    entry(key.id(), "sent", 1),
                                    entry(key.id(), "sent", 0))),
                            400,
                            "invalid_request")
                    .body("detail", containsString("outcomes[0].key"))
                    .body("detail", containsString("outcomes[0].outcome"))
                    .body("detail", containsString("outcomes[2].count"))
                    .body("detail", not(containsString("outcomes[1]")));
        }

        @Test
        void doesNotNameAKeyByItsValue() {
            isRefused(reports.send(List.of(entry(key.value(), "sent", 1))), 400, "invalid_request")
                    .body("detail", equalTo("outcomes[0].key: 'an API key' is not allowed; allowed: " + OTHER_KEY));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "[]",
                    "{}",
                    "{\"outcomes\":[]}",
                    "{\"outcomes\":{}}",
                    "{\"outcomes\":[1]}",
                    "{\"outcomes\":[{}]} x",
                    "{\"outcomes\":1e99999999999}"
                })
        void canBeNoReportAtAll(String body) {
            isRefused(reports.send(UUID.randomUUID().toString(), body), 400, "invalid_request");
        }

        @Test
        void isLargerThanReportsMayBe() {
            Map<String, Object> one = entry(key.id(), "sent", 1);

            isRefused(reports.send(Collections.nCopies(501, one)), 400, "invalid_request")
                    .body("detail", containsString("a list of 1 to 500 outcomes"));
            reports.send(Collections.nCopies(500, one)).then().statusCode(204);
            isRefused(reports.send(UUID.randomUUID().toString(), " ".repeat(262_145)), 400, "invalid_request")
                    .body("detail", containsString("at most 262144 bytes"));

            assertThat(reported("sent")).isEqualTo(500);
        }
    }

    @Nested
    class AReporter {

        @Test
        void authenticatesAsAConfidentialClient() {
            Map<String, ?> body = Map.of("outcomes", List.of(entry(key.id(), "sent", 1)));

            isRefused(
                    reports.as("demo-api", "wrong")
                            .header("Idempotency-Key", "a")
                            .body(body)
                            .post(reports.url()),
                    401,
                    "invalid_client");
            isRefused(
                    given().contentType("application/json")
                            .header("Idempotency-Key", "a")
                            .header("X-API-Key", key.value())
                            .body(body)
                            .post(reports.url()),
                    401,
                    "invalid_client");
            assertThat(reported("sent")).isZero();
        }

        @Test
        void isNotToldWhichKeysThereAreBesideItsOwn() {
            TestRealm elsewhere = TestRealm.fromDemo();
            elsewhere.whileImported(() -> {
                String inAnotherRealm = new Keys(elsewhere).create().id();
                String unknown = UUID.randomUUID().toString();
                for (String id : List.of(inAnotherRealm, unknown)) {
                    isRefused(reports.send(List.of(entry(id, "sent", 1))), 400, "invalid_request")
                            .body("detail", equalTo(refusedKey(id)));
                }
            });
            isRefused(
                            reports.as("other-api", "other-api-secret")
                                    .header("Idempotency-Key", "a")
                                    .body(Map.of("outcomes", List.of(entry(key.id(), "sent", 1))))
                                    .post(reports.url()),
                            400,
                            "invalid_request")
                    .body("detail", equalTo(refusedKey(key.id())));
            assertThat(reported("sent")).isZero();
        }

        @Test
        void speaksForAnotherApiAsAGatewayOnly() {
            Map<String, ?> body = Map.of("audience", "demo-api", "outcomes", List.of(entry(key.id(), "sent", 1)));

            isRefused(asOther("before", body), 400, "invalid_request")
                    .body("detail", containsString("audience: 'demo-api'"));
            set("api-keys.gateway", "true");
            asOther("after", body).then().statusCode(204);
            isRefused(
                            asOther("nobody", Map.of("audience", "nobody", "outcomes", body.get("outcomes"))),
                            400,
                            "invalid_request")
                    .body("detail", containsString("audience: 'nobody'"));
            set("api-keys.gateway", "false");

            assertThat(reported("sent")).isEqualTo(1);
        }

        @Test
        void isNotOneThatMayIntrospectWhatIsNotMeantForIt() {
            set("allow.token.introspection.without.audience.check", "true");

            isRefused(
                            asOther("exempt", Map.of("outcomes", List.of(entry(key.id(), "sent", 1)))),
                            400,
                            "invalid_request")
                    .body("detail", containsString(refusedKey(key.id())));
            set("allow.token.introspection.without.audience.check", "false");
        }

        private Response asOther(String name, Map<String, ?> body) {
            return reports.as("other-api", "other-api-secret")
                    .header("Idempotency-Key", name)
                    .body(body)
                    .post(reports.url());
        }

        private String refusedKey(String id) {
            return "outcomes[0].key: '" + id + "' is not allowed; allowed: " + OTHER_KEY;
        }

        private void set(String attribute, String value) {
            realm.clients().setAttribute("other-api", attribute, value);
        }
    }

    @Nested
    class ARepeatedReport {

        private final String name = UUID.randomUUID().toString();
        private final Map<String, ?> body = Map.of("outcomes", List.of(entry(key.id(), "sent", 3)));

        @Test
        void isAnsweredAlikeAndCountedOnce() {
            reports.send(name, body).then().statusCode(204);
            reports.send(name, body).then().statusCode(204);
            reports.send('"' + name + '"', body).then().statusCode(204);

            assertThat(reported("sent")).isEqualTo(3);
        }

        @Test
        void isAnsweredAlikeAlsoWhenItWouldBeRefusedByNow() {
            reports.send(name, body).then().statusCode(204);
            realm.admin().delete(realm.adminUrl("/api-keys/" + key.id())).then().statusCode(204);

            reports.send(name, body).then().statusCode(204);
        }

        @Test
        void withAnotherBodyIsRefused() {
            reports.send(name, body).then().statusCode(204);

            isRefused(
                    reports.send(name, Map.of("outcomes", List.of(entry(key.id(), "sent", 4)))),
                    422,
                    "idempotency_key_reused");
            assertThat(reported("sent")).isEqualTo(3);
        }

        @Test
        void ofAnotherClientIsAnother() {
            realm.clients()
                    .create(Map.of(
                            "clientId",
                            "second-gateway-" + name,
                            "secret",
                            "secret",
                            "attributes",
                            Map.of("api-keys.gateway", "true")));
            reports.send(name, body).then().statusCode(204);

            reports.as("second-gateway-" + name, "secret")
                    .header("Idempotency-Key", name)
                    .body(Map.of("audience", "demo-api", "outcomes", List.of(entry(key.id(), "sent", 1))))
                    .post(reports.url())
                    .then()
                    .statusCode(204);
            assertThat(reported("sent")).isEqualTo(4);
        }

        @Test
        void ofARefusedOneIsNone() {
            isRefused(reports.send(name, "{}"), 400, "invalid_request");

            reports.send(name, body).then().statusCode(204);
        }

        @Test
        void needsAName() {
            isRefused(reports.as("demo-api", "demo-api-secret").body(body).post(reports.url()), 400, "invalid_request")
                    .body("detail", containsString("Idempotency-Key: '' is not allowed"));
            for (String wrong : List.of("two words", "\"", "x".repeat(256), "\"a\"b\"")) {
                isRefused(reports.send(wrong, body), 400, "invalid_request");
            }
            isRefused(
                    reports.as("demo-api", "demo-api-secret")
                            .header("Idempotency-Key", "a")
                            .header("Idempotency-Key", "b")
                            .body(body)
                            .post(reports.url()),
                    400,
                    "invalid_request");
            assertThat(reported("sent")).isZero();
        }
    }
}
