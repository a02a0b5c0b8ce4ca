package dev.apikeys.it.scopes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Personal keys of users who are kept elsewhere: their ids are as long as the other side likes. */
class FederatedUsersIT {

    private static final KeycloakServer SERVER = KeycloakServer.start(ServerOptions.named("it-federation")
            .withDatabase(SharedKeycloak.newDatabase("federation"))
            .withJar(TestUsersJar.build()));

    @RegisterExtension
    static final TestRealm realm = TestRealm.onServer(SERVER, "demo-realm.json");

    private static final int LONGEST_ID = 255;

    private final Keys keys = new Keys(realm);
    private final ShopScopes scopes = new ShopScopes(realm);

    @BeforeAll
    static void addTheDirectory() {
        Keys.allowMany(realm);
        addDirectory("people");
    }

    private static String addDirectory(String name) {
        return realm.components()
                .create(Map.of(
                        "name", name,
                        "providerId", "test-users",
                        "providerType", "org.keycloak.storage.UserStorageProvider"));
    }

    private static String idOf(String externalId) {
        return "f:" + realm.components().id("people") + ":" + externalId;
    }

    @Test
    void aKeyActsForAUserWithTheLongestIdThereCanBe() {
        String prefix = idOf("person-");
        String externalId = "person-" + "x".repeat(LONGEST_ID - prefix.length());
        String id = idOf(externalId);
        assertThat(id).hasSize(LONGEST_ID);

        NewKey key = keys.create(Map.of("userId", id));

        keys.introspect(key)
                .then()
                .body("active", equalTo(true))
                .body("sub", equalTo(id))
                .body("username", equalTo(externalId))
                .body("client_id", equalTo("shop-backend"));
        realm.admin()
                .queryParam("userId", id)
                .get(realm.adminUrl("/api-keys"))
                .then()
                .statusCode(200)
                .body("id", equalTo(List.of(key.id())))
                .body("[0].userId", equalTo(id))
                .body("[0].username", equalTo(externalId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "person-\u0000"})
    void nobodyGetsAKeyWhomTheDirectoryDoesNotKnow(String externalId) {
        realm.createKey(Map.of(
                        "name",
                        "a key",
                        "clientId",
                        "shop-backend",
                        "scopes",
                        List.of("calls:read"),
                        "userId",
                        idOf(externalId)))
                .then()
                .statusCode(400);
    }

    @Test
    void aUserWhoIsDisabledStopsTheKeyAtOnce() {
        String id = idOf("person-to-be-disabled-whose-name-is-quite-long");
        NewKey key = keys.create(Map.of("userId", id));
        keys.introspect(key).then().body("active", equalTo(true));

        setEnabled(id, false);
        keys.introspect(key).then().body("active", equalTo(false)).body("error", equalTo("subject_disabled"));

        setEnabled(id, true);
        keys.introspect(key).then().body("active", equalTo(true));
    }

    @Test
    void aRoleThatAScopeRequiresCountsAtOnce() {
        String id = idOf("person-who-reads-cases-and-has-a-long-name");
        realm.admin()
                .body(Map.of("name", "case-reader"))
                .post(realm.adminUrl("/roles"))
                .then()
                .statusCode(201);
        Map<String, Object> caseReader =
                realm.admin().get(realm.adminUrl("/roles/case-reader")).path("$");
        List<Map<String, Object>> role = List.of(caseReader);
        scopes.create("cases:read");
        scopes.assign("cases:read");
        realm.admin()
                .body(role)
                .post(realm.clientScopes().member("cases:read") + "/scope-mappings/realm")
                .then()
                .statusCode(204);
        NewKey key = keys.create(Map.of("userId", id, "scopes", List.of("calls:read", "cases:read")));
        assertThat(scopes.introspected(key)).containsExactly("calls:read");

        realm.admin()
                .body(role)
                .post(realm.adminUrl("/users/" + id + "/role-mappings/realm"))
                .then()
                .statusCode(204);

        assertThat(scopes.introspected(key)).containsExactlyInAnyOrder("calls:read", "cases:read");
    }

    @Test
    void aDirectoryThatIsTakenAwayTakesItsUsersKeysOutOfUse() {
        String gone = addDirectory("short-lived");
        NewKey key = keys.create(Map.of("userId", "f:" + gone + ":person-of-a-directory-that-goes-away"));
        NewKey staying = keys.create(Map.of("userId", idOf("person-who-stays")));
        keys.introspect(key).then().body("active", equalTo(true));

        realm.components().delete("short-lived");

        keys.introspect(key).then().body("", equalTo(Map.of("active", false)));
        keys.introspect(staying).then().body("active", equalTo(true));
        realm.admin()
                .get(realm.adminUrl("/api-keys"))
                .then()
                .statusCode(200)
                .body("findAll { it.status == 'active' }.id", hasItem(staying.id()))
                .body("find { it.id == '" + key.id() + "' }.effectiveScopes", not(hasItem("calls:read")));
    }

    private static void setEnabled(String id, boolean enabled) {
        Map<String, Object> user =
                new HashMap<>(realm.admin().get(realm.adminUrl("/users/" + id)).path("$"));
        user.put("enabled", enabled);
        realm.admin().body(user).put(realm.adminUrl("/users/" + id)).then().statusCode(204);
    }
}
