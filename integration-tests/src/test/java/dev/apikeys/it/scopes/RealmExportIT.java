package dev.apikeys.it.scopes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A realm that is exported and imported elsewhere takes along what keys can be given and what holds for them. */
class RealmExportIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final List<String> PERMITTED = List.of("contacts:read", "contacts:write", "calls:read");

    @BeforeAll
    static void makeGroupsAndSettings() {
        ShopScopes scopes = new ShopScopes(realm);
        scopes.group("contact-manager", "contacts:read", "contacts:write");
        realm.clientScopes().setAttribute("contact-manager", "api-keys.best-for", "CRM integrations");
        scopes.group("everything", "contact-manager", "calls:read");
        realm.admin()
                .body(Map.of("prefixes", "acme_=prod", "maxActivePerClient", 7, "maxLifetime", 86400, "freshness", 5))
                .put(realm.adminUrl("/api-keys/settings"))
                .then()
                .statusCode(200);
    }

    @Test
    void theImportedRealmHasTheSameCatalogueAndSettings() {
        TestRealm copy = TestRealm.of(exported());

        copy.whileImported(() -> {
            assertThat(settings(copy)).isEqualTo(settings(realm)).containsEntry("prefixes", "acme_=prod");
            assertThat(catalogue(copy)).isEqualTo(catalogue(realm));
            assertThat(catalogue(copy).toString()).contains("CRM integrations");
        });
    }

    @Test
    void aKeyCanBeMadeThereWithTheGroup() {
        TestRealm copy = TestRealm.of(exported());

        copy.whileImported(() -> {
            // an export has no client secrets
            copy.clients().update("demo-api", client -> client.put("secret", "demo-api-secret"));
            NewKey key = new Keys(copy)
                    .create(Map.of(
                            "scopes",
                            List.of(),
                            "scopeGroups",
                            List.of("everything"),
                            "expiresAt",
                            Instant.now().plusSeconds(3600).toString()));

            assertThat(key.value()).startsWith("acme_");
            assertThat(new ShopScopes(copy).introspected(key)).containsExactlyInAnyOrderElementsOf(PERMITTED);
        });
    }

    @Test
    void theExportHasNoKeys() {
        NewKey key = new Keys(realm)
                .create(Map.of("expiresAt", Instant.now().plusSeconds(3600).toString()));

        assertThat(export().prettify()).contains("shop-backend").doesNotContain(key.id(), key.value());
    }

    private static JsonPath export() {
        return realm.admin()
                .queryParam("exportClients", true)
                .queryParam("exportGroupsAndRoles", true)
                .post(realm.adminUrl("/partial-export"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The export as a realm of its own on the same server, where no id can be used twice. */
    private static Map<String, Object> exported() {
        return withoutIds(export().getMap(""));
    }

    private static Map<String, Object> withoutIds(Map<?, ?> representation) {
        Map<String, Object> copy = new HashMap<>();
        representation.forEach((field, value) -> {
            if (!field.equals("id") && !field.equals("containerId")) {
                copy.put(String.valueOf(field), withoutIds(value));
            }
        });
        return copy;
    }

    private static Object withoutIds(Object value) {
        if (value instanceof Map<?, ?> map) {
            return withoutIds(map);
        }
        return value instanceof List<?> list
                ? list.stream().map(RealmExportIT::withoutIds).toList()
                : value;
    }

    private static Map<String, Object> settings(TestRealm of) {
        return of.admin()
                .get(of.adminUrl("/api-keys/settings"))
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }

    private static Map<String, Object> catalogue(TestRealm of) {
        return of.admin()
                .queryParam("clientId", "shop-backend")
                .get(of.adminUrl("/api-keys/scopes"))
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }
}
