package dev.apikeys.it.scopes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys that act for a user. */
class PersonalKeysIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String SERVICE_ACCOUNT = "service-account-shop-backend";
    private static final String REALM_ROLES = "realm_access.roles";

    private final Keys keys = new Keys(realm);
    private final ShopScopes scopes = new ShopScopes(realm);
    private final Roles roles = new Roles(realm);

    @BeforeAll
    static void allowManyKeysAndMakeRoles() {
        Keys.allowMany(realm);
        Roles roles = new Roles(realm);
        List.of("editor", "robot").forEach(roles::create);
        roles.give("alice", "editor");
        roles.give(SERVICE_ACCOUNT, "robot");
    }

    private NewKey aliceWith(String... names) {
        return keys.create(Map.of("userId", realm.users().id("alice"), "scopes", List.of(names)));
    }

    @Nested
    class TheAnswer {

        @Test
        void isAboutTheUserAndNamesTheClient() {
            keys.introspect(aliceWith("calls:read"))
                    .then()
                    .body("active", equalTo(true))
                    .body("sub", equalTo(realm.users().id("alice")))
                    .body("username", equalTo("alice"))
                    .body("client_id", equalTo("shop-backend"))
                    .body("azp", equalTo("shop-backend"))
                    .body("scope", equalTo("calls:read"));
        }

        @Test
        void hasTheClaimsAndRolesOfTheUserThatItsScopesMap() {
            keys.introspect(aliceWith("calls:read", "email", "profile", "roles"))
                    .then()
                    .body("email", equalTo("alice@example.com"))
                    .body("given_name", equalTo("Alice"))
                    .body("preferred_username", equalTo("alice"))
                    .body(REALM_ROLES, hasItem("editor"))
                    .body(REALM_ROLES, not(hasItem("robot")));
        }

        @Test
        void hasNoClaimOrRoleThatNoScopeOfTheKeyMaps() {
            keys.introspect(aliceWith("calls:read"))
                    .then()
                    .body("email", nullValue())
                    .body("given_name", nullValue())
                    .body("preferred_username", nullValue())
                    .body("realm_access", nullValue())
                    .body("resource_access", nullValue())
                    .body("aud", equalTo("demo-api"));
        }

        @Test
        void hasNothingOfTheUserWhenTheKeyIsTheClientsOwn() {
            keys.introspect(keys.create(Map.of("scopes", List.of("calls:read", "email", "roles"))))
                    .then()
                    .body("username", equalTo(SERVICE_ACCOUNT))
                    .body("email", nullValue())
                    .body(REALM_ROLES, hasItem("robot"))
                    .body(REALM_ROLES, not(hasItem("editor")));
        }
    }

    @Nested
    class TheUser {

        @Test
        void whoIsDisabledStopsTheKeyUntilEnabledAgain() {
            String bob = realm.users().create(Map.of("username", "bob", "enabled", true));
            NewKey key = keys.create(Map.of("userId", bob));

            realm.users().update("bob", user -> user.put("enabled", false));
            keys.introspect(key).then().body("active", equalTo(false)).body("error", equalTo("subject_disabled"));

            realm.users().update("bob", user -> user.put("enabled", true));
            keys.introspect(key).then().body("active", equalTo(true));
        }

        @Test
        void whoIsDeletedTakesTheKeyAlong() {
            String carol = realm.users().create(Map.of("username", "carol", "enabled", true));
            NewKey key = keys.create(Map.of("userId", carol));

            realm.users().delete("carol");

            keys.introspect(key).then().body("", equalTo(Map.of("active", false)));
            realm.admin().get(realm.adminUrl("/api-keys/" + key.id())).then().statusCode(404);
        }

        @Test
        void whoseRolesChangeChangesTheKeyAtOnce() {
            realm.setAttribute("api-keys.claims-max-age", "0");
            NewKey key = aliceWith("calls:read", "roles");
            roles.create("auditor");
            keys.introspect(key).then().body(REALM_ROLES, not(hasItem("auditor")));

            roles.give("alice", "auditor");
            keys.introspect(key).then().body(REALM_ROLES, hasItem("auditor"));

            roles.take("alice", "auditor");
            keys.introspect(key).then().body(REALM_ROLES, not(hasItem("auditor")));
        }

        @Test
        void mustHaveTheRolesThatAScopeRequiresWhateverTheServiceAccountHas() {
            roles.create("case-reader");
            scopes.create("cases:read");
            scopes.assign("cases:read");
            roles.require("cases:read", "case-reader");
            roles.give(SERVICE_ACCOUNT, "case-reader");
            NewKey key = aliceWith("calls:read", "cases:read");
            assertThat(scopes.introspected(key)).containsExactly("calls:read");

            roles.give("alice", "case-reader");
            assertThat(scopes.introspected(key)).containsExactlyInAnyOrder("calls:read", "cases:read");

            roles.take("alice", "case-reader");
            assertThat(scopes.introspected(key)).containsExactly("calls:read");
        }
    }
}
