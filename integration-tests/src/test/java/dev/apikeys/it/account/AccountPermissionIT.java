package dev.apikeys.it.account;

import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.account.AccountOperation.Kind;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what with keys of their own. */
class AccountPermissionIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @RegisterExtension
    static final TestRealm otherRealm = TestRealm.fromDemo();

    private static final String ALL = "dev.apikeys.it.account.AccountOperation#all";
    private static final String ON_ONE_KEY = "dev.apikeys.it.account.AccountOperation#onOneKey";

    private final Keys keys = new Keys(realm);
    private final NewKey key = keys.create(Map.of("userId", realm.users().id("alice"), "name", "Guarded"));

    @BeforeAll
    static void makeRoom() {
        Keys.allowMany(realm);
        People people = new People(realm);
        people.create("bob");
        people.createWithAccountRoles("stranger");
        people.createWithAccountRoles("groups-only", "view-groups");
        people.createWithAccountRoles("viewer", "view-profile");
        people.createWithAccountRoles("manager", "manage-account");
        realm.clients()
                .create(Map.of(
                        "clientId", "portal", "publicClient", true, "redirectUris", List.of(PageLogin.REDIRECT)));
    }

    private void assertUntouched() {
        realm.admin()
                .get(realm.adminUrl("/api-keys/" + key.id()))
                .then()
                .statusCode(200)
                .body("name", equalTo("Guarded"))
                .body("version", equalTo(0));
        realm.admin()
                .queryParam("search", AccountOperation.NAME_OF_NEW_KEY)
                .get(realm.adminUrl("/api-keys/count"))
                .then()
                .body("", equalTo(0));
    }

    private NewKey keyOf(String username) {
        return keys.create(Map.of("userId", realm.users().id(username)));
    }

    @Nested
    class WithoutAGoodToken {

        @ParameterizedTest
        @MethodSource(ALL)
        void everythingIs401(AccountOperation operation) {
            operation.assertAnswer(401, AccountApi.with(realm, "made.up.token"), key.id());
            operation.assertAnswer(401, AccountApi.of(realm, "alice").asNobody(), key.id());
            operation.assertAnswer(401, AccountApi.with(realm, key.value()), key.id());
            assertUntouched();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class AUserWithoutARoleOfTheAccountClient {

        private final AccountApi stranger = AccountApi.of(realm, "stranger");
        private final AccountApi groupsOnly = AccountApi.of(realm, "groups-only");

        /** The token of a user without any such role is not meant for the account API. */
        @ParameterizedTest
        @MethodSource(ALL)
        void mayDoNothing(AccountOperation operation) {
            operation.assertAnswer(401, stranger, key.id());
            operation.assertAnswer(403, groupsOnly, key.id());
            assertUntouched();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class AUserWhoMaySeeTheAccount {

        private final AccountApi viewer = AccountApi.of(realm, "viewer");

        @ParameterizedTest
        @MethodSource(ALL)
        void maySeeKeysAndChangeNone(AccountOperation operation) {
            NewKey own = keyOf("viewer");
            operation.assertAnswer(operation.kind() == Kind.READ ? operation.success() : 403, viewer, own.id());
            assertUntouched();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class AUserWhoMayManageTheAccount {

        private final AccountApi manager = AccountApi.of(realm, "manager");

        @ParameterizedTest
        @MethodSource(ALL)
        void mayDoEverything(AccountOperation operation) {
            operation.assertAnswer(
                    operation.success(), manager, keyOf("manager").id());
            realm.admin()
                    .queryParam("search", AccountOperation.NAME_OF_NEW_KEY)
                    .get(realm.adminUrl("/api-keys"))
                    .<List<String>>path("id")
                    .forEach(id -> realm.admin().delete(realm.adminUrl("/api-keys/" + id)));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class SomebodyElse {

        private final AccountApi bob = AccountApi.of(realm, "bob");
        private final AccountApi aliceElsewhere =
                AccountApi.with(realm, otherRealm.tokens().password("alice", "alice"));
        private final AccountApi alicesDouble = AccountApi.of(otherRealm, "alice");
        private final AccountApi alice = AccountApi.of(realm, "alice");
        private final NewKey clientKey = keys.create();

        @ParameterizedTest
        @MethodSource(ON_ONE_KEY)
        void doesNotFindTheKey(AccountOperation operation) {
            operation.assertAnswer(404, bob, key.id());
            operation.assertAnswer(404, bob, "00000000-0000-4000-8000-000000000000");
            assertUntouched();
        }

        @ParameterizedTest
        @MethodSource(ON_ONE_KEY)
        void ofAnotherRealmIsNotLetInAndDoesNotFindTheKeyThere(AccountOperation operation) {
            operation.assertAnswer(401, aliceElsewhere, key.id());
            operation.assertAnswer(404, alicesDouble, key.id());
            assertUntouched();
        }

        @ParameterizedTest
        @MethodSource(ON_ONE_KEY)
        void doesNotFindAKeyOfTheClientItself(AccountOperation operation) {
            operation.assertAnswer(404, alice, clientKey.id());
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class AnAdministratorWhoImpersonatesTheUser {

        private final AccountApi impersonated =
                AccountApi.with(realm, PageLogin.impersonation(realm, "portal", "alice"));
        private final AccountApi alice = AccountApi.with(realm, PageLogin.accessToken(realm, "portal", "alice"));

        @ParameterizedTest
        @MethodSource(ALL)
        void maySeeAndEndKeysAndGetsNothingThatOutlivesTheSession(AccountOperation operation) {
            operation.assertAnswer(operation.kind() == Kind.RENEW ? 403 : operation.success(), impersonated, key.id());
            if (operation.kind() == Kind.RENEW) {
                assertUntouched();
            }
        }

        @Test
        void isToldSo() {
            impersonated.read(key.id()).then().body("access", equalTo(Map.of("manage", true, "renew", false)));
            impersonated.policies().then().body("access", equalTo(Map.of("create", false)));
        }

        @ParameterizedTest
        @MethodSource(ON_ONE_KEY)
        void isToldApartFromTheUser(AccountOperation operation) {
            operation.assertAnswer(operation.success(), alice, keyOf("alice").id());
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OfAClientThatNoLongerOffersSelfService {

        private final AccountApi alice = AccountApi.of(realm, "alice");

        @BeforeAll
        void switchOff() {
            SelfService.offer(realm, "shop-backend", false);
        }

        @AfterAll
        void switchOn() {
            SelfService.offer(realm, "shop-backend", true);
        }

        @ParameterizedTest
        @MethodSource(ON_ONE_KEY)
        void theOwnerMaySeeAndEndTheKeyAndNotRenewIt(AccountOperation operation) {
            operation.assertAnswer(operation.kind() == Kind.RENEW ? 403 : operation.success(), alice, key.id());
        }
    }
}
