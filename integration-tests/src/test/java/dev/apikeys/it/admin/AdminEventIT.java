package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.TestRealm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every change leaves one admin event, none of which carries a secret. */
class AdminEventIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);
    private final CreatedKey key = api.created(NewKeys.named("Observed"));

    @BeforeAll
    static void makeRoom() {
        realm.setAttribute("api-keys.max-active-per-client", "1000");
    }

    @BeforeEach
    void forgetEarlierEvents() {
        realm.admin().delete(realm.adminUrl("/admin-events")).then().statusCode(204);
    }

    /** Keycloak filters by its own resource types only. */
    private static List<Map<String, Object>> events() {
        return realm.admin()
                .get(realm.adminUrl("/admin-events"))
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it.resourceType == 'API_KEY' }");
    }

    private static Map<String, Object> onlyEvent() {
        List<Map<String, Object>> events = events();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static void assertEvent(String operation, String path, String... inRepresentation) {
        assertThat(onlyEvent())
                .containsEntry("operationType", operation)
                .containsEntry("resourcePath", "api-keys/" + path)
                .doesNotContainKey("error");
        assertThat(String.valueOf(onlyEvent().get("representation"))).contains(inRepresentation);
    }

    @Nested
    class AChange {

        @Test
        void byCreateIsOneEvent() {
            String id = api.created(NewKeys.named("New")).id();
            assertEvent("CREATE", id, "\"name\":\"New\"", "\"clientId\":\"shop-backend\"");
        }

        @Test
        void byUpdateIsOneEvent() {
            api.update(key.id(), Map.of("name", "Renamed")).then().statusCode(200);
            assertEvent("UPDATE", key.id(), "\"name\":\"Renamed\"");
        }

        @Test
        void byActionIsOneEventThatNamesTheAction() {
            for (String action : List.of("disable", "enable", "rotate", "revoke")) {
                forgetEarlierEvents();
                api.act(key.id(), action).then().statusCode(200);
                assertEvent("ACTION", key.id() + "/" + action, "\"id\":\"" + key.id() + "\"");
            }
        }

        @Test
        void byDeleteIsOneEventThatSaysWhatWasDeleted() {
            api.delete(key.id()).then().statusCode(204);
            assertEvent("DELETE", key.id(), "\"name\":\"Observed\"");
        }

        @Test
        void ofTheSettingsIsOneEvent() {
            api.changeSettings(Map.of("freshness", 30)).then().statusCode(200);
            assertEvent("UPDATE", "settings", "\"freshness\":30");
        }

        @Test
        void namesWhoMadeIt() {
            api.asUser("key-admin").act(key.id(), "disable").then().statusCode(200);
            assertThat(onlyEvent())
                    .extracting("authDetails.userId")
                    .isEqualTo(realm.users().id("key-admin"));
        }
    }

    @Nested
    class WhatChangesNothing {

        @Test
        void isNoEvent() {
            api.list(Map.of()).then().statusCode(200);
            api.count(Map.of()).then().statusCode(200);
            api.read(key.id()).then().statusCode(200);
            api.scopes(Map.of("clientId", "shop-backend")).then().statusCode(200);
            api.settings().then().statusCode(200);
            assertThat(events()).isEmpty();
        }

        @Test
        void becauseItIsRefusedIsNoEvent() {
            api.create(NewKeys.named("")).then().statusCode(400);
            api.update(key.id(), Map.of("name", "")).then().statusCode(400);
            api.update(key.id(), Map.of("version", 7)).then().statusCode(409);
            api.rotate(key.id(), Map.of("overlap", -1)).then().statusCode(400);
            api.changeSettings(Map.of("freshness", 0)).then().statusCode(400);
            api.asUser("key-viewer").delete(key.id()).then().statusCode(403);
            api.delete("00000000-0000-4000-8000-000000000000").then().statusCode(404);
            assertThat(events()).isEmpty();
        }

        @Test
        void becauseTheKeyIsRevokedAlreadyIsNoEvent() {
            api.act(key.id(), "revoke").then().statusCode(200);
            api.act(key.id(), "revoke").then().statusCode(200);
            assertThat(events()).hasSize(1);
        }
    }

    @Nested
    class NoEvent {

        @Test
        void carriesAValueOrAHash() {
            CreatedKey created = api.created(NewKeys.named("Secret"));
            CreatedKey rotated = CreatedKey.of(api.rotate(created.id(), Map.of("overlap", 60)));
            api.update(created.id(), Map.of("name", "Changed")).then().statusCode(200);
            api.act(created.id(), "revoke").then().statusCode(200);
            api.delete(created.id()).then().statusCode(204);
            assertThat(events()).hasSize(5).allSatisfy(event -> assertThat(event.toString())
                    .contains(created.id())
                    .doesNotContain(created.value(), sha256(created.value()))
                    .doesNotContain(rotated.value(), sha256(rotated.value()))
                    .doesNotContain("\"key\"", "sha256", "secret"));
        }

        private static String sha256(String value) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK has SHA-256", e);
            }
        }
    }
}
