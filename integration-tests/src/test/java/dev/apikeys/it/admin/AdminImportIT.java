package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.Transfers;
import dev.apikeys.it.support.Transfers.Report;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys of another system become keys of this one, record by record. */
class AdminImportIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);
    private final Transfers transfers = Transfers.of(realm);

    @BeforeAll
    static void acceptForeignKeys() {
        realm.setAttribute("api-keys.accept-foreign", "true");
        KeyClients.create(realm, "no-keys", false, true);
        KeyClients.create(realm, "no-service-account", true, false);
    }

    @AfterEach
    void deleteKeys() {
        api.list(Map.of("max", 1000)).<List<String>>path("id").forEach(api::delete);
    }

    private Response key(String externalId) {
        Response found = api.list(Map.of("search", externalId));
        found.then().body("size()", equalTo(1)).body("[0].externalId", equalTo(externalId));
        return api.read(found.path("[0].id"));
    }

    private boolean works(String value) {
        return api.introspect(value).path("active");
    }

    @Nested
    class ARecord {

        @Test
        void canHaveItsHashInAnyOfTheUsualForms() {
            List<String> values =
                    IntStream.range(0, 6).mapToObj(i -> "foreign-value-" + i).toList();
            Base64.Encoder url = Base64.getUrlEncoder();
            Report report = transfers.importLines(List.of(
                    KeyRecords.of("0", values.get(0)),
                    KeyRecords.with(
                            KeyRecords.of("1", ""),
                            "hash",
                            KeyRecords.hex(values.get(1)).toUpperCase(Locale.ROOT)),
                    KeyRecords.with(
                            KeyRecords.of("2", ""),
                            "hash",
                            Base64.getEncoder().encodeToString(KeyRecords.sha256(values.get(2)))),
                    KeyRecords.with(
                            KeyRecords.of("3", ""),
                            "hash",
                            Base64.getEncoder().withoutPadding().encodeToString(KeyRecords.sha256(values.get(3)))),
                    KeyRecords.with(
                            KeyRecords.of("4", ""), "hash", url.encodeToString(KeyRecords.sha256(values.get(4)))),
                    KeyRecords.with(
                            KeyRecords.of("5", ""),
                            "hash",
                            url.withoutPadding().encodeToString(KeyRecords.sha256(values.get(5))))));

            assertThat(report.last().path("complete").asBoolean()).isTrue();
            assertThat(report.count("imported")).isEqualTo(6);
            assertThat(values).allMatch(AdminImportIT.this::works);
        }

        @Test
        void canTellEverythingOfAKey() {
            Map<String, Object> full = KeyRecords.of("crm/7", "foreign-full");
            full.putAll(Map.of(
                    "description", "From the old system",
                    "environment", "live",
                    "allowedIps", List.of("203.0.113.0/24"),
                    "limits", List.of("60/minute"),
                    "metadata", Map.of("team", "billing"),
                    "createdAt", "2020-01-31T10:00:00Z",
                    "expiresAt", "2999-01-31T00:00:00Z",
                    "enabled", false,
                    "prefix", "old_"));
            full.put("hint", "abcdef");
            full.put("last4", "wxyz");

            assertThat(transfers.importLines(List.of(full)).count("imported")).isEqualTo(1);
            key("crm/7")
                    .then()
                    .body("name", equalTo("Key crm/7"))
                    .body("description", equalTo("From the old system"))
                    .body("environment", equalTo("live"))
                    .body("display", equalTo("old_abcdef…wxyz"))
                    .body("status", equalTo("disabled"))
                    .body("allowedIps", equalTo(List.of("203.0.113.0/24")))
                    .body("limits", equalTo(List.of("60/minute")))
                    .body("metadata.team", equalTo("billing"))
                    .body("createdAt", equalTo("2020-01-31T10:00:00Z"))
                    .body("expiresAt", equalTo("2999-01-31T00:00:00Z"))
                    .body("$", not(hasKey("hash")));
        }

        @Test
        void canBeThatOfAUserAndOfAKeyThatHasEnded() {
            Map<String, Object> ofUser = KeyRecords.with(KeyRecords.of("alice", "foreign-alice"), "username", "alice");
            ofUser.put("clientId", "no-service-account");
            Map<String, Object> revoked =
                    KeyRecords.with(KeyRecords.of("gone", "foreign-gone"), "revokedAt", "2021-01-01T00:00:00Z");
            Map<String, Object> expired =
                    KeyRecords.with(KeyRecords.of("old", "foreign-old"), "expiresAt", "2021-01-01T00:00:00Z");

            assertThat(transfers.importLines(List.of(ofUser, revoked, expired)).count("imported"))
                    .isEqualTo(3);
            api.introspect("foreign-alice").then().body("username", equalTo("alice"));
            key("gone").then().body("status", equalTo("revoked")).body("revokedAt", equalTo("2021-01-01T00:00:00Z"));
            key("old").then().body("status", equalTo("expired"));
            assertThat(works("foreign-gone") || works("foreign-old")).isFalse();
        }

        @Test
        void isOneKeyHoweverOftenItComes() {
            Map<String, Object> first = KeyRecords.of("one", "foreign-one");
            assertThat(transfers.importLines(List.of(first, first)).last().toString())
                    .contains("\"imported\":1", "\"unchanged\":1");
            String id = key("one").path("id");

            Map<String, Object> renamed = KeyRecords.with(first, "name", "Renamed");
            Report again = transfers.importLines(List.of(first, renamed, renamed));

            assertThat(again.last().toString()).contains("\"imported\":0", "\"updated\":1", "\"unchanged\":2");
            key("one").then().body("id", equalTo(id)).body("name", equalTo("Renamed"));
            assertThat(works("foreign-one")).isTrue();
        }

        @Test
        void withAnotherHashReplacesTheValueOnlyWhenThatIsNewer() {
            Map<String, Object> record = KeyRecords.of("rotated", "foreign-before");
            record.put("valueCreatedAt", "2022-01-01T00:00:00Z");
            transfers.importLines(List.of(record));
            Map<String, Object> next = KeyRecords.with(record, "hash", KeyRecords.hex("foreign-after"));

            assertThat(transfers.importLines(List.of(next)).fields(1)).containsExactly("hash");
            assertThat(works("foreign-before")).isTrue();

            next.put("valueCreatedAt", "2022-01-02T00:00:00Z");
            assertThat(transfers.importLines(List.of(next)).count("updated")).isEqualTo(1);
            assertThat(works("foreign-before")).isFalse();
            assertThat(works("foreign-after")).isTrue();
            assertThat(transfers.importLines(List.of(record)).fields(1)).containsExactly("hash");
        }

        @Test
        void leavesWhatWasChangedHereUnlessItSaysSo() {
            Map<String, Object> record = KeyRecords.of("kept", "foreign-kept");
            transfers.importLines(List.of(record));
            api.act(key("kept").path("id"), "disable");

            assertThat(transfers.importLines(List.of(record)).count("unchanged"))
                    .isEqualTo(1);
            assertThat(works("foreign-kept")).isFalse();
            assertThat(transfers
                            .importLines(List.of(KeyRecords.with(record, "hash", KeyRecords.hex("foreign-kept-2"))))
                            .fields(1))
                    .containsExactly("hash");
            assertThat(transfers
                            .importLines(List.of(KeyRecords.with(record, "enabled", true)))
                            .count("updated"))
                    .isEqualTo(1);
            assertThat(works("foreign-kept")).isTrue();
        }

        @Test
        void canEndAKeyForGoodAndNotBringItBack() {
            Map<String, Object> record = KeyRecords.of("ended", "foreign-ended");
            transfers.importLines(List.of(record));
            Report revoked =
                    transfers.importLines(List.of(KeyRecords.with(record, "revokedAt", "2023-01-01T00:00:00Z")));

            assertThat(revoked.count("updated")).isEqualTo(1);
            assertThat(works("foreign-ended")).isFalse();
            assertThat(transfers.importLines(List.of(record)).fields(1)).containsExactly("revokedAt");
        }

        @Test
        void countsWhereAPolicyHoldsAndNotAgainstTheMostActiveKeys() {
            api.changeSettings(Map.of("maxActivePerClient", 1, "requireIp", true))
                    .then()
                    .statusCode(200);
            try {
                Map<String, Object> bound = KeyRecords.of("bound", "foreign-bound");
                bound.put("allowedIps", List.of("203.0.113.0/24"));
                Report report = transfers.importLines(List.of(
                        KeyRecords.of("free", "foreign-free"),
                        bound,
                        KeyRecords.with(
                                KeyRecords.with(bound, "externalId", "bound2"),
                                "hash",
                                KeyRecords.hex("foreign-bound2"))));

                assertThat(report.fields(1)).containsExactly("allowedIps");
                assertThat(report.count("imported")).isEqualTo(2);
                api.create(NewKeys.with("allowedIps", List.of("203.0.113.0/24")))
                        .then()
                        .statusCode(409);
            } finally {
                api.changeSettings("{\"maxActivePerClient\":null,\"requireIp\":null}");
            }
        }
    }

    @Nested
    class WhatIsWrong {

        @Test
        void isAnInstantBefore1970WhichCostsTheOtherRecordsNothing() {
            String ago = "-292275056-01-01T00:00:00Z";
            Report report = transfers.importLines(List.of(
                    KeyRecords.of("before-1", "foreign-before-1"),
                    KeyRecords.with(KeyRecords.of("ago-1", "v-ago-1"), "expiresAt", ago),
                    KeyRecords.with(
                            KeyRecords.of("ago-2", "v-ago-2"),
                            "previous",
                            Map.of("hash", KeyRecords.hex("v-ago-3"), "validUntil", ago)),
                    KeyRecords.with(KeyRecords.of("ago-4", "v-ago-4"), "createdAt", "1969-12-31T23:59:59Z"),
                    KeyRecords.with(KeyRecords.of("ago-5", "v-ago-5"), "revokedAt", ago),
                    KeyRecords.of("after-1", "foreign-after-1")));

            assertThat(report.fields(2)).containsExactly("expiresAt");
            assertThat(report.fields(3)).containsExactly("previous.validUntil");
            assertThat(report.fields(4)).containsExactly("createdAt");
            assertThat(report.fields(5)).containsExactly("revokedAt");
            assertThat(report.count("imported")).isEqualTo(2);
            assertThat(report.last().path("complete").asBoolean()).isTrue();
            assertThat(works("foreign-before-1") && works("foreign-after-1")).isTrue();
        }

        @Test
        void isRefusedByLineAndFieldWithoutTheRest() {
            Map<String, Object> good = KeyRecords.of("good", "foreign-good");
            List<Map<String, Object>> records = List.of(
                    KeyRecords.with(KeyRecords.of("a", ""), "hash", "00ff"),
                    KeyRecords.with(KeyRecords.of("b", "v-b"), "clientId", "nobody"),
                    KeyRecords.with(KeyRecords.of("c", "v-c"), "clientId", "no-keys"),
                    KeyRecords.with(KeyRecords.of("d", "v-d"), "scopes", List.of("calls:read", "calls:fly")),
                    KeyRecords.with(KeyRecords.of("", "v-e"), "limits", List.of("many")),
                    KeyRecords.with(KeyRecords.of("f", "v-f"), "colour", "red"),
                    KeyRecords.with(KeyRecords.of("g", "v-g"), "username", "nobody"),
                    KeyRecords.with(KeyRecords.of("h", "v-h"), "createdAt", "2999-01-01T00:00:00Z"),
                    KeyRecords.with(KeyRecords.of("i", "v-i"), "environment", "moon"),
                    KeyRecords.of("j", "foreign-good"),
                    KeyRecords.with(KeyRecords.of("k", "v-k"), "clientId", "no-service-account"),
                    KeyRecords.with(KeyRecords.of("l", "v-l"), "previous", Map.of("hash", KeyRecords.hex("v-m"))),
                    KeyRecords.with(KeyRecords.of("m", "v-n"), "username", "al\u0000ice"),
                    KeyRecords.with(KeyRecords.of("n", "v-o"), "userId", "f:x"),
                    KeyRecords.with(KeyRecords.of("o", "v-plain"), "name", "v-plain"));
            String noObjects = "[1]\nnonsense\n{\"name\":1,\"name\":2}\n{\"x\":\"" + "y".repeat(70_000) + "\"}\n\n";
            String body = KeyRecords.lines(List.of(good))
                    + KeyRecords.lines(records)
                    + noObjects
                    + KeyRecords.lines(List.of(KeyRecords.of("last", "foreign-last")));

            Report report = transfers.send(Transfers.NDJSON, "*/*", body);

            List<String> expected = List.of(
                    "hash",
                    "clientId",
                    "clientId",
                    "scopes[1]",
                    "externalId limits[0]",
                    "colour",
                    "userId",
                    "createdAt",
                    "environment",
                    "hash",
                    "clientId",
                    "previous.validUntil",
                    "userId",
                    "userId",
                    "name",
                    "",
                    "",
                    "",
                    "");
            List<String> actual = new ArrayList<>();
            for (int line = 2; line < 2 + expected.size(); line++) {
                actual.add(String.join(" ", report.fields(line)));
            }
            assertThat(actual).isEqualTo(expected);
            assertThat(report.last().toString())
                    .contains("\"complete\":true", "\"read\":21", "\"imported\":2", "\"refused\":19");
            assertThat(works("foreign-good") && works("foreign-last")).isTrue();
            assertThat(report.text()).doesNotContain(KeyRecords.hex("foreign-good"), "00ff", "calls:fly", "many");
        }

        /** PostgreSQL refuses to look for a NUL, and Keycloak for what begins like the id of a federated user and goes on otherwise. */
        @Test
        void isAUserWhomNobodyCanLookForAndNoOtherRecordSuffersFromThat() {
            Report report = transfers.importLines(List.of(
                    KeyRecords.with(KeyRecords.of("u1", "foreign-u1"), "username", "a\0b"),
                    KeyRecords.with(
                            KeyRecords.with(KeyRecords.of("u2", "foreign-u2"), "username", "nobody"), "userId", "a\0b"),
                    KeyRecords.with(
                            KeyRecords.with(KeyRecords.of("u3", "foreign-u3"), "username", "nobody"), "userId", "f:b"),
                    KeyRecords.of("beside", "foreign-beside")));

            assertThat(List.of(report.fields(1), report.fields(2), report.fields(3)))
                    .containsOnly(List.of("userId"));
            assertThat(report.count("imported")).isEqualTo(1);
            assertThat(works("foreign-beside")).isTrue();
        }

        @Test
        void isAHashThatAKeyMadeHereHas() {
            CreatedKey key = api.created(NewKeys.named("Made here"));

            assertThat(transfers
                            .importLines(List.of(KeyRecords.of("x", key.value())))
                            .fields(1))
                    .containsExactly("hash");
        }

        @Test
        void takesNoHashFromAGoodRecord() {
            transfers.importLines(List.of(KeyRecords.of("holder", "foreign-held")));
            Map<String, Object> wrong = KeyRecords.with(
                    KeyRecords.of("wrong", "foreign-wanted"),
                    "previous",
                    Map.of(
                            "hash", KeyRecords.hex("foreign-held"),
                            "validUntil", Instant.now().plusSeconds(3_600).toString()));

            Report report = transfers.importLines(List.of(wrong, KeyRecords.of("right", "foreign-wanted")));

            assertThat(report.fields(1)).containsExactly("hash");
            assertThat(report.count("imported")).isEqualTo(1);
            assertThat(works("foreign-wanted")).isTrue();
        }

        @Test
        void isAnotherOwnerOfTheSameKey() {
            Map<String, Object> record = KeyRecords.of("owned", "foreign-owned");
            transfers.importLines(List.of(record));

            assertThat(transfers
                            .importLines(List.of(KeyRecords.with(record, "username", "alice")))
                            .fields(1))
                    .containsExactly("externalId");
        }

        @Test
        void isABodyOfAnyOtherType() {
            assertThat(transfers.send("text/plain", "*/*", "{}").status()).isEqualTo(415);
        }
    }

    @Nested
    class AnArray {

        @Test
        void isReadAsWellAndAnsweredInOneObjectForWhoWantsThat() {
            String body = KeyRecords.json(
                    List.of(KeyRecords.of("r1", "foreign-r1"), KeyRecords.with(KeyRecords.of("r2", ""), "hash", "x")));

            Report report = transfers.send("application/json", "application/json", body);

            assertThat(report.status()).isEqualTo(200);
            assertThat(report.count("imported")).isEqualTo(1);
            assertThat(report.last().at("/refusals/0/line").asInt()).isEqualTo(2);
            assertThat(report.last().at("/refusals/0/errors/0/field").asText()).isEqualTo("hash");
            assertThat(transfers
                            .send(
                                    "application/json",
                                    "application/json",
                                    KeyRecords.json(KeyRecords.of("r3", "foreign-r3")))
                            .count("imported"))
                    .isEqualTo(1);
        }

        @Test
        void thatBreaksOffLeavesWhatWasReadAndIsCompletedByARepeat() {
            List<Map<String, Object>> records = IntStream.range(0, 700)
                    .mapToObj(i -> KeyRecords.of("many-" + i, "foreign-many-" + i))
                    .toList();
            String whole = KeyRecords.json(records);

            Report broken = transfers.send("application/json", "*/*", whole.substring(0, whole.length() - 100));
            Report again = transfers.send("application/json", "*/*", whole);

            assertThat(broken.last().path("complete").asBoolean(true)).isFalse();
            assertThat(broken.last().path("error").asText()).contains("700");
            assertThat(broken.count("imported")).isEqualTo(699);
            assertThat(broken.lines()).hasSize(3);
            assertThat(again.last().path("complete").asBoolean()).isTrue();
            assertThat(again.count("unchanged")).isEqualTo(699);
            assertThat(again.count("imported")).isEqualTo(1);
        }

        @Test
        void thatIsNoneIsNotRead() {
            for (String body : List.of("", "[", "[{}", "[1,]", "{} {}", "[] x", "{\"a\":1e9999999999}")) {
                assertThat(transfers
                                .send("application/json", "*/*", body)
                                .last()
                                .path("complete")
                                .asBoolean(true))
                        .as(body)
                        .isFalse();
            }
        }
    }

    @Nested
    class SeveralImportsOfTheSameRecords {

        @Test
        void makeEachKeyOnce() throws Exception {
            List<Map<String, Object>> records = IntStream.range(0, 600)
                    .mapToObj(i -> KeyRecords.of("race-" + i, "foreign-race-" + i))
                    .toList();
            ExecutorService pool = Executors.newFixedThreadPool(3);
            long imported = 0;
            long unchanged = 0;
            try {
                Callable<Report> run = () -> transfers.importLines(records);
                for (Future<Report> each : pool.invokeAll(List.of(run, run, run))) {
                    imported += each.get().count("imported");
                    unchanged += each.get().count("unchanged");
                }
            } finally {
                pool.shutdownNow();
            }

            assertThat(imported).isEqualTo(600);
            assertThat(unchanged).isEqualTo(1_200);
            assertThat(api.count(Map.of()).asString()).isEqualTo("600");
        }
    }

    @Nested
    class AnImporter {

        @Test
        void withoutImpersonationBringsNoKeysOfUsers() {
            Map<String, Object> ofUser = KeyRecords.with(KeyRecords.of("u", "foreign-u"), "username", "alice");

            Report report = transfers.asUser("key-admin").importLines(List.of(ofUser, KeyRecords.of("c", "foreign-c")));

            assertThat(report.fields(1)).containsExactly("userId");
            assertThat(report.count("imported")).isEqualTo(1);
        }

        @Test
        void leavesOneEventWithCountsAndNoHash() {
            realm.admin().delete(realm.adminUrl("/admin-events")).then().statusCode(204);

            transfers.importLines(
                    List.of(KeyRecords.of("e1", "foreign-e1"), KeyRecords.with(KeyRecords.of("e2", ""), "hash", "x")));

            List<Map<String, Object>> events =
                    realm.admin().get(realm.adminUrl("/admin-events")).path("findAll { it.resourceType == 'API_KEY' }");
            assertThat(events).hasSize(1);
            assertThat(events.get(0))
                    .containsEntry("operationType", "ACTION")
                    .containsEntry("resourcePath", "api-keys/import");
            assertThat(String.valueOf(events.get(0).get("representation")))
                    .isEqualTo("{\"read\":2,\"imported\":1,\"updated\":0,\"unchanged\":0,\"refused\":1}");
        }

        @Test
        void leavesAnEventForEachKeyThatWasHereAndIsChanged() {
            Map<String, Object> record = KeyRecords.of("ev", "foreign-ev");
            transfers.importLines(List.of(record));
            String id = key("ev").path("id");
            realm.admin().delete(realm.adminUrl("/admin-events")).then().statusCode(204);

            transfers.importLines(List.of(
                    record,
                    KeyRecords.with(record, "name", "Renamed"),
                    KeyRecords.with(record, "revokedAt", "2023-01-01T00:00:00Z")));

            List<Map<String, Object>> events = realm.admin()
                    .get(realm.adminUrl("/admin-events"))
                    .path("findAll { it.resourceType == 'API_KEY' && it.resourcePath != 'api-keys/import' }");
            assertThat(events)
                    .extracting(event -> event.get("operationType") + " " + event.get("resourcePath"))
                    .containsExactlyInAnyOrder("UPDATE api-keys/" + id, "ACTION api-keys/" + id + "/revoke");
            assertThat(events.toString()).contains("Renamed").doesNotContain(KeyRecords.hex("foreign-ev"));
            assertThat(key("ev").<String>path("revokedBy")).isNotBlank();
        }
    }
}
