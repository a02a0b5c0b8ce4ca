package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.TestRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages must know to offer what the caller may do, and nothing else. */
class AdminPagesIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi master = AdminApi.of(realm);
    private final AdminApi admin = master.asUser("key-admin");
    private final AdminApi viewer = master.asUser("key-viewer");

    @BeforeAll
    static void createClients() {
        realm.setAttribute("api-keys.max-active-per-client", "1000");
        KeyClients.create(realm, "a%b", true, false);
        KeyClients.create(realm, "switched-off", false, true);
    }

    @Nested
    class TheClients {

        @Test
        void areThoseThatMayHaveKeys() {
            master.clients(Map.of())
                    .then()
                    .statusCode(200)
                    .body("clientId", contains("a%b", "shop-backend"))
                    .body("serviceAccount", contains(false, true))
                    .body("find { it.clientId == 'shop-backend' }.name", equalTo("Shop backend"))
                    .body(
                            "find { it.clientId == 'shop-backend' }.id",
                            equalTo(realm.clients().id("shop-backend")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"SHOP", "backend", "Shop b"})
        void areFoundByAPartOfTheirIdOrName(String search) {
            master.clients(Map.of("search", search)).then().body("clientId", contains("shop-backend"));
        }

        @Test
        void areNotFoundByAWildcard() {
            master.clients(Map.of("search", "%")).then().body("clientId", contains("a%b"));
            master.clients(Map.of("search", "_")).then().body("$", empty());
        }

        @Test
        void tellWhereTheirDocumentIsUnlessThatIsNoAddress() {
            assertDocument("https://api.example.com/openapi.json", "https://api.example.com/openapi.json");
            assertDocument("javascript:alert(1)", null);
            assertDocument("", null);
        }

        private void assertDocument(String attribute, @Nullable String told) {
            realm.clients().update("shop-backend", client -> {
                Map<Object, Object> attributes = new HashMap<>((Map<?, ?>) client.get("attributes"));
                attributes.put("api-keys.openapi-url", attribute);
                client.put("attributes", attributes);
            });
            master.clients(Map.of("search", "shop")).then().body("[0].openapiUrl", equalTo(told));
        }

        @Test
        void comeInPages() {
            master.clients(Map.of("first", 1, "max", 1)).then().body("clientId", contains("shop-backend"));
        }

        @Test
        void tellWhetherTheCallerMayMakeKeys() {
            admin.clients(Map.of()).then().body("manage", contains(true, true));
            viewer.clients(Map.of()).then().body("manage", contains(false, false));
        }
    }

    @Nested
    class ThePolicies {

        @Test
        void areToldToWhoeverMayMakeKeysWithoutSeeingTheRealm() {
            admin.settings().then().statusCode(403);
            admin.policies()
                    .then()
                    .statusCode(200)
                    .body("environments", contains("live", "test"))
                    .body("defaultLimits", contains("1000/hour"))
                    .body("requireExpiry", equalTo(false))
                    .body("requireIp", equalTo(false))
                    .body("errorFormat", equalTo("problem"))
                    .body("", not(hasKey("limitErrorFormat")));
        }

        @Test
        void areThoseOfTheRealm() {
            TestRealm strict = TestRealm.fromDemo();
            strict.whileImported(() -> {
                AdminApi api = AdminApi.of(strict);
                api.changeSettings(Map.of(
                        "prefixes",
                        "x_",
                        "defaultLimit",
                        "",
                        "maxLifetime",
                        60,
                        "requireExpiry",
                        true,
                        "requireIp",
                        true,
                        "errorFormat",
                        "error-object",
                        "limitErrorFormat",
                        "error-text"));
                api.policies()
                        .then()
                        .body("environments", empty())
                        .body("defaultLimits", empty())
                        .body("maxLifetime", equalTo(60))
                        .body("requireExpiry", equalTo(true))
                        .body("requireIp", equalTo(true))
                        .body("errorFormat", equalTo("error-object"))
                        .body("limitErrorFormat", equalTo("error-text"));
            });
        }
    }

    @Nested
    class TheAccess {

        private final String key = master.created(NewKeys.named("Whose?")).id();

        @Test
        void isWhatTheCallerMayDoWithTheKey() {
            admin.read(key).then().body("access", equalTo(Map.of("manage", true, "renew", true)));
            viewer.read(key).then().body("access", equalTo(Map.of("manage", false, "renew", false)));
            viewer.list(Map.of("search", key)).then().body("access", contains(Map.of("manage", false, "renew", false)));
        }

        @Test
        void toAPersonalKeyEndsWhereItsUserWouldHaveToBeImpersonated() {
            Map<String, Object> personal = NewKeys.named("Personal");
            personal.put("userId", realm.users().id("alice"));
            String id = master.created(personal).id();
            admin.read(id).then().body("access", equalTo(Map.of("manage", true, "renew", false)));
            admin.act(id, "rotate").then().statusCode(403);
            new Roles(realm).giveOfClient("key-viewer", "realm-management", "impersonation");
            master.asUser("key-viewer")
                    .read(id)
                    .then()
                    .body("access", equalTo(Map.of("manage", false, "renew", false)));
            admin.act(id, "disable").then().statusCode(200).body("access.manage", equalTo(true));
        }

        @Test
        void isNoPartOfAdminEvents() {
            admin.update(key, Map.of("description", "changed")).then().statusCode(200);
            List<String> representations = realm.admin()
                    .queryParam("resourcePath", "api-keys/" + key)
                    .get(realm.adminUrl("/admin-events"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("representation");
            assertThat(representations).isNotEmpty().noneMatch(text -> text.contains("\"access\""));
        }
    }
}
