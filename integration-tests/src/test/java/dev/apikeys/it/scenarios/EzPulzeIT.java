package dev.apikeys.it.scenarios;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Reports;
import dev.apikeys.it.support.TestRealm;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seed 002: scope groups, toggling, regenerating, editing, 1,000 requests an hour, statistics of messages. */
class EzPulzeIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.from("ezpulze-realm.json");

    private final Product ezPulze = Product.of(realm, "ezpulze", "business");

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @ParameterizedTest
    @CsvSource({
        "broadcast-manager, broadcast:send contacts:read template:read",
        "contact-manager, contacts:create contacts:delete contacts:read contacts:read_all contacts:update leads:read",
        "lead-manager, contacts:read leads:assign leads:create leads:delete leads:read leads:read_all leads:update",
        "message-sender, broadcast:send template:read",
        "read-only, broadcast:read contacts:read leads:read template:read",
        "webhook-automation, chatbot_flows:webhook contacts:read"
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
        assertThat(ezPulze.catalogue().<String>getList("groups.findAll { it.name == 'contact-manager' }.bestFor"))
                .containsExactly("CRM integrations that sync contacts");
    }

    @Test
    void theScopesOfAResourceAreChosenOneByOneOrAll() {
        assertThat(ezPulze.catalogue().<String>getList("resources.find { it.resource == 'leads' }.scopes.action"))
                .containsExactlyInAnyOrder("create", "read", "read_all", "update", "assign", "delete");
        assertThat(ezPulze.membersOf("template:all"))
                .containsExactly("template:create", "template:delete", "template:read", "template:update");
        ezPulze.ask(Map.of("scopes", List.of())).then().statusCode(400);
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
        ezPulze.create(Map.of("name", "zzz last"));
        for (int size : List.of(10, 25, 50)) {
            realm.admin()
                    .queryParams("max", size, "sort", "name", "direction", "desc")
                    .get(realm.adminUrl("/api-keys"))
                    .then()
                    .statusCode(200)
                    .body("[0].name", equalTo("zzz last"));
        }
        realm.admin()
                .queryParams("sort", "status", "direction", "desc", "max", 10)
                .get(realm.adminUrl("/api-keys"))
                .then()
                .statusCode(200);
    }

    @Test
    void statisticsCountMessagesAndTheirRates() {
        NewKey key = ezPulze.create(Map.of());
        report(key, "sent", 200);
        report(key, "delivered", 90);
        report(key, "read", 60);
        report(key, "failed", 10);

        JsonPath usage = realm.admin()
                .get(ezPulze.keyUrl(key) + "/usage")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(usage.<Map<String, Integer>>get("outcomes"))
                .isEqualTo(Map.of("sent", 200, "delivered", 90, "read", 60, "failed", 10));
        assertThat(usage.getDouble("rates.delivered")).isCloseTo(0.75, within(0.0001));
        assertThat(usage.getDouble("rates.read")).isCloseTo(0.3, within(0.0001));
    }

    private boolean activeFrom(NewKey key, String address) {
        Response answer = ezPulze.introspect(key, Map.of("client_ip", address));
        return answer.then().statusCode(200).extract().path("active");
    }

    private void report(NewKey key, String outcome, int count) {
        given().contentType(ContentType.JSON)
                .auth()
                .preemptive()
                .basic(ezPulze.api(), ezPulze.secret())
                .header("Idempotency-Key", key.id() + outcome)
                .body(Map.of("outcomes", List.of(Reports.entry(key.id(), outcome, count))))
                .post(realm.realmUrl("/api-keys/outcomes"))
                .then()
                .statusCode(204);
    }
}
