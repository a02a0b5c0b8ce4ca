package dev.apikeys.it.scenarios;

import static java.util.Comparator.reverseOrder;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Reports;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.UsageOf;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seed 002: scope groups, toggling, regenerating, editing, 1,000 requests an hour, statistics of messages. */
class EzPulzeIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.from("ezpulze-realm.json");

    private final Product ezPulze = Product.of(realm, "ezpulze", "business");

    @ParameterizedTest
    @CsvSource({
        "broadcast-manager, broadcast:send contacts:read template:read",
        "contact-manager, contacts:create contacts:delete contacts:read contacts:read_all contacts:update leads:read",
        "lead-manager, contacts:read leads:assign leads:create leads:delete leads:read leads:read_all leads:update",
        "message-sender, broadcast:send template:read",
        "read-only, broadcast:read contacts:read leads:read template:read",
        "webhook-automation, chatbot_flows:webhook contacts:read",
        "full-access, broadcast:create broadcast:delete broadcast:read broadcast:send chatbot_flows:webhook"
                + " contacts:create contacts:delete contacts:read contacts:read_all contacts:update leads:assign"
                + " leads:create leads:delete leads:read leads:read_all leads:update template:create template:delete"
                + " template:read template:update",
        "broadcast:all, broadcast:create broadcast:delete broadcast:read broadcast:send",
        "contacts:all, contacts:create contacts:delete contacts:read contacts:read_all contacts:update",
        "leads:all, leads:assign leads:create leads:delete leads:read leads:read_all leads:update",
        "template:all, template:create template:delete template:read template:update"
    })
    void aGroupHasExactlyTheMembersOfTheDocument(String group, String members) {
        assertThat(ezPulze.membersOf(group)).containsExactly(members.split(" "));
    }

    @Test
    void fullAccessIsAllPermissionsForAllResources() {
        assertThat(ezPulze.membersOf("full-access")).containsExactlyInAnyOrderElementsOf(ezPulze.scopes());
    }

    @Test
    void whatAGroupIsBestForIsSaid() {
        assertThat(ezPulze.groups("bestFor"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        bestFor("broadcast-manager", "Sending bulk messages from external tools"),
                        bestFor("contact-manager", "CRM integrations that sync contacts"),
                        bestFor("lead-manager", "Lead management integrations"),
                        bestFor("message-sender", "Simple message-sending integrations"),
                        bestFor("read-only", "Reporting and analytics tools"),
                        bestFor("full-access", "Complete system integrations"),
                        bestFor("webhook-automation", "Triggering chatbot flows from external systems"),
                        entry("broadcast:all", Optional.empty()),
                        entry("contacts:all", Optional.empty()),
                        entry("leads:all", Optional.empty()),
                        entry("template:all", Optional.empty())));
    }

    private static Map.Entry<String, Optional<String>> bestFor(String group, String purpose) {
        return entry(group, Optional.of(purpose));
    }

    @Test
    void scopesAreTheOnesOfTheDocumentAndAtLeastOneIsChosen() {
        assertThat(ezPulze.scopes())
                .containsExactlyInAnyOrder(
                        "broadcast:create",
                        "broadcast:read",
                        "broadcast:send",
                        "broadcast:delete",
                        "contacts:create",
                        "contacts:read",
                        "contacts:read_all",
                        "contacts:update",
                        "contacts:delete",
                        "leads:create",
                        "leads:read",
                        "leads:read_all",
                        "leads:update",
                        "leads:assign",
                        "leads:delete",
                        "template:read",
                        "template:create",
                        "template:update",
                        "template:delete",
                        "chatbot_flows:webhook");
        ezPulze.ask(Map.of("scopes", List.of())).then().statusCode(400);
    }

    @Test
    void thereIsNoMaximumOfKeys() {
        assertThat(ezPulze.createMoreThanTheDefault()).allMatch(ezPulze::isActive);
    }

    @Test
    void theListMasksTheKey() {
        NewKey key = ezPulze.create(Map.of());

        ezPulze.read(key)
                .then()
                .body("display", matchesPattern("sk_live_.{6}….{4}"))
                .body("status", equalTo("active"))
                .body("lastUsedAt", equalTo(null));
    }

    @Test
    void aKeyIsSwitchedOffAndOn() {
        NewKey key = ezPulze.create(Map.of());

        ezPulze.act(key, "disable").then().statusCode(200);
        ezPulze.call(key.value()).then().statusCode(401);
        ezPulze.act(key, "enable").then().statusCode(200);
        ezPulze.call(key.value()).then().statusCode(200);
    }

    @Test
    void theOldKeyStopsWhenItIsRegenerated() {
        NewKey key = ezPulze.create(Map.of());

        String regenerated =
                ezPulze.act(key, "rotate").then().statusCode(200).extract().path("key");

        ezPulze.call(key.value()).then().statusCode(401);
        ezPulze.call(regenerated).then().statusCode(200);
    }

    @Test
    void editingChangesPermissionsAndNotTheKey() {
        NewKey key = ezPulze.scoped("leads:read");

        ezPulze.change(key, Map.of("name", "CRM", "scopes", List.of(), "scopeGroups", List.of("message-sender")))
                .then()
                .statusCode(200)
                .body("name", equalTo("CRM"));

        ezPulze.call(key.value(), "leads:read").then().statusCode(403);
        ezPulze.call(key.value(), "broadcast:send").then().statusCode(200);
    }

    @Test
    void advancedSettingsAreEdited() {
        NewKey key = ezPulze.create(Map.of());
        String expiry = Instant.now()
                .plusSeconds(86_400)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();

        ezPulze.change(
                        key,
                        Map.of(
                                "allowedIps",
                                List.of("203.0.113.7"),
                                "limits",
                                List.of("500/hour"),
                                "expiresAt",
                                expiry))
                .then()
                .statusCode(200)
                .body("expiresAt", equalTo(expiry));

        assertThat(activeFrom(key, "203.0.113.8")).isFalse();
        ezPulze.introspect(key, Map.of("client_ip", "203.0.113.7"))
                .then()
                .body("active", equalTo(true))
                .body("rate_limit[0].limit", equalTo(500));
    }

    @Test
    void theLastMessageIsKnownByDateAndTime() {
        NewKey key = ezPulze.create(Map.of());
        Instant last = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        assertThat(new UsageOf(realm, key).now().getString("lastOutcomeAt")).isNull();

        report(key, "failed", 1, last);
        report(key, "sent", 2, last.minusSeconds(3_600));

        assertThat(new UsageOf(realm, key).now().getString("lastOutcomeAt")).isEqualTo(last.toString());
    }

    @Test
    void theTotalOfMessagesIsReportedAndNotASum() {
        NewKey key = ezPulze.create(Map.of());
        report(key, "total_messages", 3);
        report(key, "sent", 2);
        report(key, "failed", 1);
        report(key, "read", 1);

        assertThat(new UsageOf(realm, key).now().getInt("outcomes.total_messages"))
                .isEqualTo(3);
    }

    @Test
    void aDeletedKeyIsGone() {
        NewKey key = ezPulze.create(Map.of());

        realm.admin().delete(ezPulze.keyUrl(key)).then().statusCode(204);

        ezPulze.read(key).then().statusCode(404);
        ezPulze.call(key.value()).then().statusCode(401);
    }

    @Test
    void addressesCanBeRestricted() {
        NewKey key = ezPulze.create(Map.of("allowedIps", List.of("203.0.113.7")));

        assertThat(activeFrom(key, "203.0.113.7")).isTrue();
        assertThat(activeFrom(key, "203.0.113.8")).isFalse();
        assertThat(activeFrom(ezPulze.create(Map.of()), "203.0.113.8")).isTrue();
    }

    @Test
    void aThousandRequestsAnHourAreTheDefaultAndEmptyIsNoLimit() {
        ezPulze.introspect(ezPulze.create(Map.of()), Map.of())
                .then()
                .body("rate_limit[0].limit", equalTo(1000))
                .body("rate_limit[0].window", equalTo(3600));
        ezPulze.introspect(ezPulze.create(Map.of("limits", List.of())), Map.of())
                .then()
                .body("active", equalTo(true))
                .body("rate_limit", hasSize(0));
        NewKey few = ezPulze.create(Map.of("limits", List.of("2/hour")));
        ezPulze.call(few.value()).then().statusCode(200);
        ezPulze.call(few.value()).then().statusCode(200);
        ezPulze.call(few.value()).then().statusCode(429);
    }

    @Test
    void aKeyStopsAtItsExpiry() {
        NewKey key =
                ezPulze.create(Map.of("expiresAt", Instant.now().plusSeconds(2).toString()));

        Eventually.get(() -> ezPulze.isActive(key), active -> !active);
    }

    @Test
    void theListIsPagedAndSortedByNameAndStatus() {
        for (int i = 0; i < 51; i++) {
            NewKey key = ezPulze.create(Map.of("name", "zzz %02d".formatted(i)));
            if (i % 2 == 0) {
                ezPulze.act(key, "disable").then().statusCode(200);
            }
        }
        for (int size : List.of(10, 25, 50)) {
            List<String> page = page(Map.of("max", size, "sort", "name", "direction", "desc"), "name");
            assertThat(page).hasSize(size).startsWith("zzz 50", "zzz 49").isSortedAccordingTo(reverseOrder());
            assertThat(page(Map.of("first", size, "max", 1, "sort", "name", "direction", "desc"), "name"))
                    .containsExactly("zzz %02d".formatted(50 - size));
        }
        List<String> up = page(Map.of("sort", "status", "search", "zzz", "max", 100), "status");
        assertThat(up).hasSize(51).isSorted();
        assertThat(up).contains("active", "disabled");
        assertThat(page(Map.of("sort", "status", "direction", "desc", "search", "zzz", "max", 100), "status"))
                .hasSize(51)
                .isSortedAccordingTo(reverseOrder());
    }

    private List<String> page(Map<String, ?> query, String field) {
        return realm.admin()
                .queryParams(query)
                .get(realm.adminUrl("/api-keys"))
                .then()
                .statusCode(200)
                .extract()
                .path(field);
    }

    @Test
    void statisticsCountMessagesAndTheirRates() {
        NewKey key = ezPulze.create(Map.of());
        report(key, "total_messages", 250);
        report(key, "sent", 200);
        report(key, "delivered", 90);
        report(key, "read", 60);
        report(key, "failed", 50);

        JsonPath usage = new UsageOf(realm, key).now();
        assertThat(usage.<Map<String, Integer>>get("outcomes"))
                .isEqualTo(Map.of("total_messages", 250, "sent", 200, "delivered", 90, "read", 60, "failed", 50));
        assertThat(usage.<Map<String, Float>>get("rates")).containsOnlyKeys("delivered", "read");
        assertThat(usage.getDouble("rates.delivered")).isCloseTo((90 + 60) / 250.0, within(0.0001));
        assertThat(usage.getDouble("rates.read")).isCloseTo(60 / 250.0, within(0.0001));
    }

    private boolean activeFrom(NewKey key, String address) {
        Response answer = ezPulze.introspect(key, Map.of("client_ip", address));
        return answer.then().statusCode(200).extract().path("active");
    }

    private void report(NewKey key, String outcome, int count) {
        report(key, outcome, count, Instant.now());
    }

    private void report(NewKey key, String outcome, int count, Instant at) {
        Reports reports = new Reports(realm);
        Map<String, Object> entry = Reports.entry(key.id(), outcome, count);
        entry.put("at", at.toString());
        reports.as(ezPulze.api(), ezPulze.secret())
                .header("Idempotency-Key", key.id() + outcome)
                .body(Map.of("outcomes", List.of(entry)))
                .post(reports.url())
                .then()
                .statusCode(204);
    }
}
