package dev.apikeys.it.admin;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The scope groups of a realm, and where they are used. */
class AdminScopeGroupsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final AdminApi master = AdminApi.of(realm);

    private static String used(String field) {
        return "groups.find { it.name == 'used' }." + field;
    }

    @BeforeAll
    static void createGroupsAndKeys() {
        ScopeGroups.create(realm, "used", "calls:read  contacts:read unknown");
        ScopeGroups.create(realm, "idle", "");
        new ShopScopes(realm).assign("used");
        keyOf("First");
        keyOf("Second");
        master.act(keyOf("Revoked"), "revoke").then().statusCode(200);
        master.created(NewKeys.named("Without a group"));
    }

    private static String keyOf(String name) {
        Map<String, Object> key = NewKeys.named(name);
        key.put("scopeGroups", List.of("used"));
        return master.created(key).id();
    }

    @Test
    void areListedByNameAsTheyAreWritten() {
        master.scopeGroups()
                .then()
                .statusCode(200)
                .body("groups.name", contains("idle", "used"))
                .body(used("id"), equalTo(realm.clientScopes().id("used")))
                .body(used("description"), equalTo("Group used"))
                .body(used("bestFor"), equalTo("Tests"))
                .body(used("includes"), contains("calls:read", "contacts:read", "unknown"))
                .body("groups.find { it.name == 'idle' }.includes", empty());
    }

    @Test
    void tellTheKeysThatCarryThemAndAreNotRevoked() {
        master.scopeGroups()
                .then()
                .body(used("keys"), equalTo(2))
                .body("groups.find { it.name == 'idle' }.keys", equalTo(0));
    }

    @Test
    void tellTheClientsThatHaveThemAssigned() {
        master.scopeGroups()
                .then()
                .body(used("clients.clientId"), hasItem("shop-backend"))
                .body(
                        used("clients.find { it.clientId == 'shop-backend' }.id"),
                        equalTo(realm.clients().id("shop-backend")))
                .body("groups.find { it.name == 'idle' }.clients", empty());
    }

    @Test
    void ofAnotherRealmAreNotAmongThem() {
        TestRealm other = TestRealm.fromDemo();
        other.whileImported(() -> AdminApi.of(other).scopeGroups().then().body("groups", empty()));
    }

    @Test
    void tellWhetherTheCallerMayChangeThem() {
        master.asUser("key-admin").scopeGroups().then().body("access.manage", equalTo(true));
        master.asUser("key-viewer")
                .scopeGroups()
                .then()
                .body("groups.name", contains("idle", "used"))
                .body("access.manage", equalTo(false));
    }
}
