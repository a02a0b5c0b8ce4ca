package dev.apikeys.it.scopes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What changes around a key counts at the very next check: no test here waits or asks twice. */
class LiveScopesIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String SERVICE_ACCOUNT = "service-account-shop-backend";

    private final Keys keys = new Keys(realm);
    private final ShopScopes scopes = new ShopScopes(realm);
    private final Roles roles = new Roles(realm);
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String scope = "cases-" + suffix + ":read";

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @BeforeEach
    void makeAScope() {
        scopes.create(scope);
        scopes.assign(scope);
    }

    private NewKey key() {
        return keys.create(Map.of("scopes", List.of("calls:read", scope)));
    }

    @Nested
    class AScopeThatTheClientLoses {

        @Test
        void isLostToItsKeysAndComesBackWithIt() {
            NewKey key = key();
            assertThat(scopes.introspected(key)).containsExactlyInAnyOrder("calls:read", scope);

            scopes.unassign(scope);
            assertThat(scopes.introspected(key)).containsExactly("calls:read");

            scopes.assign(scope);
            assertThat(scopes.introspected(key)).containsExactlyInAnyOrder("calls:read", scope);
        }

        @Test
        void takesTheAudienceAlongThatOnlyItGave() {
            NewKey key = keys.create(Map.of("scopes", List.of(scope)));
            keys.introspect(key).then().body("active", equalTo(true));

            scopes.unassign(scope);

            keys.introspect(key).then().body("", equalTo(Map.of("active", false)));
        }
    }

    @Nested
    class AGroup {

        @Test
        void thatIsChangedChangesItsKeys() {
            String group = "group-" + suffix;
            scopes.group(group, scope, "contacts:read");
            NewKey key = keys.create(Map.of("scopeGroups", List.of(group)));
            assertThat(scopes.introspected(key)).containsExactlyInAnyOrder("calls:read", "contacts:read", scope);

            scopes.regroup(group, "contacts:write");

            assertThat(scopes.introspected(key)).containsExactlyInAnyOrder("calls:read", "contacts:write");
        }

        @Test
        void thatIsAGroupNoLongerGivesItsFormerMembersNoLonger() {
            String group = "former-" + suffix;
            scopes.group(group, "contacts:read");
            NewKey key = keys.create(Map.of("scopeGroups", List.of(group)));

            realm.clientScopes().setAttribute(group, "api-keys.scope-group", "false");

            assertThat(scopes.introspected(key)).containsExactly("calls:read");
        }
    }

    @Nested
    class ARoleThatAScopeRequires {

        private final String role = "case-reader-" + suffix;

        @Test
        void mustBeHeldByTheServiceAccountAndIsLostWithIt() {
            NewKey key = key();
            roles.create(role);
            roles.require(scope, role);
            assertThat(scopes.introspected(key)).containsExactly("calls:read");

            roles.give(SERVICE_ACCOUNT, role);
            assertThat(scopes.introspected(key)).containsExactlyInAnyOrder("calls:read", scope);

            roles.take(SERVICE_ACCOUNT, role);
            assertThat(scopes.introspected(key)).containsExactly("calls:read");
            assertThat(scopes.effective(key)).containsExactly("calls:read");
        }

        @Test
        void mayBeHeldThroughACompositeRole() {
            NewKey key = key();
            roles.create(role);
            roles.create("composite-" + role);
            roles.contain("composite-" + role, role);
            roles.require(scope, role);

            roles.give(SERVICE_ACCOUNT, "composite-" + role);

            assertThat(scopes.introspected(key)).containsExactlyInAnyOrder("calls:read", scope);
        }

        @Test
        void isAskedOfFullAccessToo() {
            NewKey key = keys.create(Map.of("scopes", List.of(), "fullAccess", true));
            roles.create(role);
            roles.require(scope, role);

            assertThat(scopes.introspected(key)).contains("calls:read").doesNotContain(scope);
        }

        @Test
        void isNotMadeUpForByTheRoleOfSomebodyElse() {
            NewKey key = key();
            roles.create(role);
            roles.require(scope, role);

            roles.give("alice", role);

            assertThat(scopes.introspected(key)).containsExactly("calls:read");
        }
    }

    @Nested
    class AClientScope {

        @Test
        void thatIsRenamedStaysGrantedUnderItsNewName() {
            NewKey key = key();

            realm.clientScopes().update(scope, representation -> representation.put("name", "renamed-" + scope));

            assertThat(scopes.introspected(key)).containsExactlyInAnyOrder("calls:read", "renamed-" + scope);
            keys.introspect(key.value(), Map.of("scope", scope)).then().body("active", equalTo(false));
        }

        @Test
        void thatTakesTheNameOfARenamedOneIsNotGranted() {
            NewKey key = key();
            realm.clientScopes().update(scope, representation -> representation.put("name", "old-" + scope));

            scopes.create(scope);
            scopes.assign(scope);

            assertThat(scopes.introspected(key)).containsExactlyInAnyOrder("calls:read", "old-" + scope);
        }

        @Test
        void thatIsDeletedIsTakenFromTheKeyAndDoesNotComeBackWithItsName() {
            NewKey key = key();

            realm.clientScopes().delete(scope);
            assertThat(scopes.introspected(key)).containsExactly("calls:read");
            realm.admin()
                    .get(realm.adminUrl("/api-keys/" + key.id()))
                    .then()
                    .body("scopes", equalTo(List.of("calls:read")));

            scopes.create(scope);
            scopes.assign(scope);
            assertThat(scopes.introspected(key)).containsExactly("calls:read");
        }
    }
}
