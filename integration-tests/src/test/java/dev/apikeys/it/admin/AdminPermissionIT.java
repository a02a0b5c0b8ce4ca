package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.admin.AdminOperation.Kind;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what, by the realm-management roles of the caller. */
class AdminPermissionIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @RegisterExtension
    static final TestRealm otherRealm = TestRealm.fromDemo();

    private static final String ALL = "dev.apikeys.it.admin.AdminOperation#all";
    private static final String BEYOND_THE_LIST = "dev.apikeys.it.admin.AdminOperation#beyondTheList";

    private final AdminApi master = AdminApi.of(realm);
    private final CreatedKey key = master.created(NewKeys.named("Guarded"));

    @BeforeAll
    static void makeRoom() {
        realm.setAttribute("api-keys.max-active-per-client", "1000");
    }

    private void assertUntouched() {
        master.read(key.id())
                .then()
                .statusCode(200)
                .body("name", equalTo("Guarded"))
                .body("version", equalTo(0));
        assertThat(master.count(Map.of("search", AdminOperation.NAME_OF_NEW_KEY))
                        .asString())
                .isEqualTo("0");
        master.settings().then().body("freshness", equalTo(60));
    }

    @Nested
    class WithoutAGoodToken {

        @ParameterizedTest
        @MethodSource(ALL)
        void everythingIs401(AdminOperation operation) {
            operation.assertAnswer(401, master.asNobody(), key.id());
            operation.assertAnswer(401, master.as(() -> realm.bearer("made.up.token")), key.id());
            operation.assertAnswer(401, master.as(() -> realm.bearer(key.value())), key.id());
            assertUntouched();
        }
    }

    @Nested
    class AUserWithoutARole {

        @ParameterizedTest
        @MethodSource(ALL)
        void mayDoNothing(AdminOperation operation) {
            operation.assertAnswer(403, master.asUser("alice"), key.id());
            assertUntouched();
        }
    }

    @Nested
    class AUserWhoMayOnlyQueryClients {

        private final AdminApi queryOnly = master.asUser("query-only");

        @Test
        void seesAnEmptyList() {
            queryOnly.list(Map.of()).then().statusCode(200).body("$", empty());
            queryOnly
                    .list(Map.of("clientId", "shop-backend"))
                    .then()
                    .statusCode(200)
                    .body("$", empty());
            assertThat(queryOnly.count(Map.of()).asString()).isEqualTo("0");
            queryOnly.clients(Map.of()).then().statusCode(200).body("$", empty());
            ScopeGroups.create(realm, "unseen", "calls:read");
            queryOnly.scopeGroups().then().statusCode(200).body("groups", empty());
        }

        @ParameterizedTest
        @MethodSource(BEYOND_THE_LIST)
        void mayDoNothingElse(AdminOperation operation) {
            operation.assertAnswer(403, queryOnly, key.id());
            assertUntouched();
        }
    }

    @Nested
    class AUserWhoMayViewClients {

        @ParameterizedTest
        @MethodSource(ALL)
        void mayReadKeysAndNothingElse(AdminOperation operation) {
            int expected = operation.reads() ? operation.success() : 403;
            operation.assertAnswer(expected, master.asUser("key-viewer"), key.id());
            assertUntouched();
        }
    }

    @Nested
    class AUserWhoMayManageClients {

        private final AdminApi keyAdmin = master.asUser("key-admin");

        @ParameterizedTest
        @MethodSource(ALL)
        void mayDoEverythingWithKeysAndNothingWithSettings(AdminOperation operation) {
            int expected = operation.kind() == Kind.SETTINGS ? 403 : operation.success();
            operation.assertAnswer(expected, keyAdmin, key.id());
            master.settings().then().body("freshness", equalTo(60));
            master.list(Map.of("search", AdminOperation.NAME_OF_NEW_KEY))
                    .<List<String>>path("id")
                    .forEach(master::delete);
        }

        @Test
        void isNamedAsWhoRevokedAKey() {
            keyAdmin.act(key.id(), "revoke")
                    .then()
                    .body("revokedBy", equalTo(realm.users().id("key-admin")));
        }
    }

    @Nested
    class AnAdministratorOfAnotherRealm {

        @ParameterizedTest
        @MethodSource(ALL)
        void mayDoNothing(AdminOperation operation) {
            String token = otherRealm.tokens().password("key-admin", "key-admin");
            operation.assertAnswer(403, master.as(() -> realm.bearer(token)), key.id());
            assertUntouched();
        }
    }
}
