package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.Transfers;
import dev.apikeys.it.support.Transfers.Report;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The keys of a realm leave it as records that another Keycloak imports; their values go on working there. */
class AdminExportIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @RegisterExtension
    static final TestRealm other = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);
    private final AdminApi otherApi = AdminApi.of(other);
    private final Transfers transfers = Transfers.of(realm);

    @BeforeAll
    static void makeRoom() {
        Keys.allowMany(realm);
        ScopeGroups.create(realm, "call-manager", "calls:read calls:write");
        ScopeGroups.create(other, "call-manager", "calls:read calls:write");
    }

    @AfterEach
    void deleteKeys() {
        api.list(Map.of("max", 1000)).<List<String>>path("id").forEach(api::delete);
        otherApi.list(Map.of("max", 1000)).<List<String>>path("id").forEach(otherApi::delete);
    }

    @Test
    void movesHouse() {
        Map<String, Object> full = NewKeys.named("Everything");
        full.putAll(Map.of(
                "description", "Every field",
                "environment", "test",
                "scopeGroups", List.of("call-manager"),
                "limits", List.of("60/minute"),
                "metadata", Map.of("team", Map.of("name", "billing"), "n", 1.50),
                "expiresAt", "2999-01-31T00:00:00Z",
                "userId", realm.users().id("alice")));
        CreatedKey personal = api.created(full);
        CreatedKey rotated = api.created(NewKeys.withFullAccess());
        String after = api.rotate(rotated.id(), Map.of("overlap", 3600)).path("key");
        CreatedKey revoked = api.created(NewKeys.named("Revoked"));
        api.act(revoked.id(), "revoke");
        CreatedKey disabled = api.created(NewKeys.named("Disabled"));
        api.act(disabled.id(), "disable");

        String file = transfers.export("", "*/*").body();
        assertThat(Transfers.of(realm).send(Transfers.NDJSON, "*/*", file).count("unchanged"))
                .isEqualTo(4);
        List.of(personal, rotated, revoked, disabled).forEach(key -> api.delete(key.id()));
        Report imported = Transfers.of(other).send(Transfers.NDJSON, "*/*", file);

        assertThat(imported.count("imported")).as(imported.text()).isEqualTo(4);
        otherApi.introspect(personal.value())
                .then()
                .body("active", equalTo(true))
                .body("username", equalTo("alice"));
        otherApi.introspect(rotated.value()).then().body("active", equalTo(true));
        otherApi.introspect(after).then().body("active", equalTo(true));
        otherApi.introspect(revoked.value()).then().body("error", equalTo("key_revoked"));
        otherApi.introspect(disabled.value()).then().body("error", equalTo("key_disabled"));
        otherApi.list(Map.of("search", personal.id()))
                .then()
                .body("[0].externalId", equalTo(personal.id()))
                .body("[0].environment", equalTo("test"))
                .body("[0].scopeGroups", equalTo(List.of("call-manager")))
                .body("[0].limits", equalTo(List.of("60/minute")))
                .body("[0].metadata.team.name", equalTo("billing"));
        assertThat(Transfers.of(other).send(Transfers.NDJSON, "*/*", file).count("unchanged"))
                .isEqualTo(4);
        assertThat(Transfers.of(other).export("", "*/*").body())
                .contains(KeyRecords.hex(after), KeyRecords.hex(rotated.value()))
                .doesNotContain(after, rotated.value());
    }

    @Test
    void hasMoreThanAPageAndIsNarrowedLikeTheList() {
        KeyClients.create(realm, "second");
        Transfers.of(realm)
                .importLines(IntStream.range(0, 1_001)
                        .mapToObj(i -> KeyRecords.of("x" + i, "foreign-x" + i))
                        .toList());
        Map<String, Object> second = NewKeys.named("Second");
        second.put("clientId", "second");
        api.created(second);

        List<JsonNode> all = transfers.exported("");
        assertThat(all).hasSize(1_002);
        assertThat(all.stream().map(record -> record.path("externalId").asText()))
                .doesNotHaveDuplicates();
        assertThat(transfers.exported("?clientId=second")).hasSize(1);
        assertThat(transfers.exported("?search=x1000")).hasSize(1);
        assertThat(transfers.export("?clientId=nobody", "*/*").statusCode()).isEqualTo(400);
        assertThat(transfers.export("?status=gone", "*/*").statusCode()).isEqualTo(400);
        api.list(Map.of("max", 1000)).<List<String>>path("id").forEach(api::delete);
    }

    @Test
    void isAnArrayForWhoAsksForJsonAndForNobodyToKeep() {
        api.created(NewKeys.named("One"));
        api.created(NewKeys.named("Two"));

        HttpResponse<String> array = transfers.export("", "application/json");
        HttpResponse<String> lines = transfers.export("", "application/x-ndjson");

        assertThat(array.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(lines.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        assertThat(List.of(array, lines)).allSatisfy(answer -> assertThat(
                        answer.headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store"));
        assertThat(Transfers.of(realm)
                        .send("application/json", "*/*", array.body())
                        .count("unchanged"))
                .isEqualTo(2);
        assertThat(transfers
                        .export("?search=none-such", "application/json")
                        .body()
                        .strip())
                .isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void takesTheManagementOfClientsAndLeavesAnEvent() {
        realm.admin().delete(realm.adminUrl("/admin-events")).then().statusCode(204);

        assertThat(transfers.asUser("key-viewer").export("", "*/*").statusCode())
                .isEqualTo(403);
        assertThat(transfers.asUser("query-only").export("", "*/*").statusCode())
                .isEqualTo(403);
        assertThat(transfers.asUser("key-admin").export("?search=secret", "*/*").statusCode())
                .isEqualTo(200);

        List<Map<String, Object>> events =
                realm.admin().get(realm.adminUrl("/admin-events")).path("findAll { it.resourceType == 'API_KEY' }");
        assertThat(events).hasSize(1);
        assertThat(events.get(0)).containsEntry("resourcePath", "api-keys/export");
        assertThat(events.get(0).get("representation")).isEqualTo("{\"filters\":[\"search\"]}");
    }

    @Test
    void leavesAnEventWithoutAKeyThatWasPastedAnywhereIntoTheQuery() {
        CreatedKey key = api.created(NewKeys.named("Pasted"));
        realm.admin().delete(realm.adminUrl("/admin-events")).then().statusCode(204);

        for (String query : List.of(
                "?" + key.value(),
                "?" + key.value() + "=1&clientId=shop-backend",
                "?status=active&search=" + key.value(),
                "?environment=" + key.value())) {
            assertThat(transfers.export(query, "*/*").statusCode()).isEqualTo(200);
        }

        List<Map<String, Object>> events =
                realm.admin().get(realm.adminUrl("/admin-events")).path("findAll { it.resourceType == 'API_KEY' }");
        assertThat(events)
                .extracting(event -> event.get("representation"))
                .containsExactlyInAnyOrder(
                        "{\"filters\":[]}",
                        "{\"filters\":[\"clientId\"],\"clientId\":\"shop-backend\"}",
                        "{\"filters\":[\"search\",\"status\"]}",
                        "{\"filters\":[\"environment\"]}");
        assertThat(events.toString()).doesNotContain(key.value());
    }
}
