package dev.apikeys.it.admin;

import static dev.apikeys.it.admin.Refusals.assertAllRefused;
import static dev.apikeys.it.admin.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a key would be accepted is told before there is one, and comes true when there is. */
class AdminAcceptedByIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);

    @BeforeAll
    static void makeScopes() {
        ShopScopes scopes = new ShopScopes(realm);
        scopes.create("notes:read", "other-api");
        scopes.assign("notes:read");
        realm.clientScopes().create(Map.of("name", "dreams:read", "protocol", "openid-connect"));
        scopes.assign("dreams:read");
        scopes.group("reader", "calls:read", "notes:read");
    }

    private static Map<String, Object> grant(String field, Object value) {
        return new HashMap<>(Map.of("clientId", "shop-backend", field, value));
    }

    @Nested
    class AreTheResourceServers {

        @Test
        void ofTheScopes() {
            api.acceptedBy(grant("scopes", List.of("calls:read")))
                    .then()
                    .statusCode(200)
                    .body("effectiveScopes", contains("calls:read"))
                    .body("acceptedBy", contains("demo-api"));
        }

        @Test
        void ofTheMembersOfTheGroups() {
            api.acceptedBy(grant("scopeGroups", List.of("reader")))
                    .then()
                    .body("effectiveScopes", contains("calls:read", "notes:read"))
                    .body("acceptedBy", contains("demo-api", "other-api"));
        }

        @Test
        void ofEveryScopeWithFullAccess() {
            api.acceptedBy(grant("fullAccess", true)).then().body("acceptedBy", hasItems("demo-api", "other-api"));
        }

        @Test
        void thatAKeyWithTheSameGrantHasThen() {
            List<String> told =
                    api.acceptedBy(grant("scopes", List.of("notes:read"))).path("acceptedBy");
            api.create(NewKeys.with("scopes", List.of("notes:read")))
                    .then()
                    .statusCode(201)
                    .body("acceptedBy", equalTo(told));
        }
    }

    @Nested
    class AreNone {

        @Test
        void whereNoScopeAddsAnAudience() {
            api.acceptedBy(grant("scopes", List.of("dreams:read")))
                    .then()
                    .statusCode(200)
                    .body("effectiveScopes", contains("dreams:read"))
                    .body("acceptedBy", empty());
        }

        @Test
        void whereTheUserLacksTheRoleThatTheScopeAsksFor() {
            Roles roles = new Roles(realm);
            roles.create("caller");
            roles.require("calls:write", "caller");
            Map<String, Object> personal = grant("scopes", List.of("calls:write"));
            personal.put("userId", realm.users().id("alice"));
            api.acceptedBy(personal)
                    .then()
                    .statusCode(200)
                    .body("effectiveScopes", empty())
                    .body("acceptedBy", empty());
            roles.give("alice", "caller");
            api.acceptedBy(personal).then().body("acceptedBy", contains("demo-api"));
        }
    }

    @Nested
    class AreNotTold {

        @Test
        void toThoseWhoMayNotMakeTheKey() {
            Map<String, Object> personal = grant("scopes", List.of("calls:read"));
            api.asUser("key-viewer").acceptedBy(personal).then().statusCode(403);
            api.asUser("key-admin").acceptedBy(personal).then().statusCode(200);
            personal.put("userId", realm.users().id("alice"));
            api.asUser("key-admin").acceptedBy(personal).then().statusCode(403);
        }

        @Test
        void ofAGrantThatNoKeyCanHave() {
            assertRefused(api.acceptedBy(grant("scopes", List.of("gone"))), "scopes[0]", "gone", "calls:read");
            assertRefused(api.acceptedBy(grant("scopes", List.of())), "scopes", "", "at least one scope");
            assertRefused(
                    api.acceptedBy(Map.of("clientId", "demo-api", "fullAccess", true)),
                    "clientId",
                    "demo-api",
                    "api-keys.enabled");
            assertAllRefused(api.acceptedBy(grant("name", "x")), "name", "scopes");
        }
    }

    @Test
    void isNoChange() {
        String before = api.count(Map.of()).asString();
        api.acceptedBy(grant("fullAccess", true)).then().statusCode(200);
        assertThat(api.count(Map.of()).asString()).isEqualTo(before);
        realm.admin()
                .queryParam("resourcePath", "*accepted-by*")
                .get(realm.adminUrl("/admin-events"))
                .then()
                .body("$", empty());
    }
}
