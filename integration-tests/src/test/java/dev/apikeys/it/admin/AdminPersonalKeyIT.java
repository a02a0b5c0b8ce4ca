package dev.apikeys.it.admin;

import static dev.apikeys.it.admin.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that act for a user: whoever gets the value of one can act as the user. */
class AdminPersonalKeyIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi master = AdminApi.of(realm);
    private final AdminApi keyAdmin = master.asUser("key-admin");
    private final String alice = realm.users().id("alice");

    @AfterEach
    void deleteKeys() {
        master.list(Map.of()).<List<String>>path("id").forEach(master::delete);
    }

    private static Map<String, Object> keyFor(String userId) {
        return NewKeys.with("userId", userId);
    }

    @Nested
    class AnAdministratorWhoMayImpersonate {

        @Test
        void makesAKeyThatActsForTheUser() {
            CreatedKey key = master.created(keyFor(alice));
            master.read(key.id())
                    .then()
                    .body("ownerType", equalTo("user"))
                    .body("userId", equalTo(alice))
                    .body("username", equalTo("alice"))
                    .body("clientId", equalTo("shop-backend"));
            master.introspect(key.value())
                    .then()
                    .body("active", equalTo(true))
                    .body("sub", equalTo(alice))
                    .body("username", equalTo("alice"))
                    .body("client_id", equalTo("shop-backend"));
        }

        @Test
        void mayDoSoForAClientWithoutServiceAccount() {
            KeyClients.create(realm, "no-service-account", true, false);
            Map<String, Object> key = keyFor(alice);
            key.put("clientId", "no-service-account");
            master.create(key).then().statusCode(201).body("ownerType", equalTo("user"));
        }

        @Test
        void makesAClientKeyWithoutAUserId() {
            master.create(NewKeys.with("userId", null))
                    .then()
                    .statusCode(201)
                    .body("ownerType", equalTo("service_account"))
                    .body("$", not(hasKey("userId")));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"alice", "00000000-0000-4000-8000-000000000000", "", "f:", "f:x", "a\u0000b", "' or '1'='1"})
        void isToldWhenThereIsNoSuchUser(String userId) {
            assertRefused(
                    master.create(keyFor(userId)),
                    "userId",
                    userId.replace('\u0000', '\uFFFD'),
                    "the id of a user of this realm who is no service account");
        }

        @Test
        void isToldWhenTheIdIsHalfASurrogatePair() {
            String body = "{\"name\":\"x\",\"clientId\":\"shop-backend\",\"scopes\":[\"calls:read\"],"
                    + "\"userId\":\"\\ud800\"}";
            assertThat(master.create(body).statusCode()).isEqualTo(400);
        }

        @Test
        void isToldWhenTheUserIsAServiceAccount() {
            String serviceAccount = realm.admin()
                    .get(realm.clients().member("shop-backend") + "/service-account-user")
                    .path("id");
            assertRefused(master.create(keyFor(serviceAccount)), "userId", serviceAccount, "who is no service account");
        }
    }

    @Nested
    class AnAdministratorWhoMayOnlyManageClients {

        @Test
        void mayNotMakeOne() {
            keyAdmin.create(keyFor(alice)).then().statusCode(403);
            assertThat(master.count(Map.of()).asString()).isEqualTo("0");
        }

        @Test
        void doesNotLearnWhichUsersExist() {
            keyAdmin.create(keyFor("00000000-0000-4000-8000-000000000000"))
                    .then()
                    .statusCode(403);
            keyAdmin.create(keyFor("x")).then().statusCode(403);
        }

        @Test
        void mayNotRotateOneBecauseThatHandsOutAValue() {
            CreatedKey key = master.created(keyFor(alice));
            keyAdmin.act(key.id(), "rotate").then().statusCode(403);
            master.introspect(key.value()).then().body("active", equalTo(true));
            master.act(key.id(), "rotate").then().statusCode(200);
        }

        @Test
        void mayNotEditOrEnableOneBecauseThatCanWidenIt() {
            CreatedKey key = master.created(keyFor(alice));
            keyAdmin.update(key.id(), Map.of("fullAccess", true)).then().statusCode(403);
            keyAdmin.act(key.id(), "disable").then().statusCode(200);
            keyAdmin.act(key.id(), "enable").then().statusCode(403);
            master.act(key.id(), "enable").then().statusCode(200);
            master.update(key.id(), Map.of("fullAccess", true)).then().statusCode(200);
        }

        @Test
        void maySeeItSwitchItOffAndEndIt() {
            CreatedKey key = master.created(keyFor(alice));
            keyAdmin.read(key.id()).then().statusCode(200).body("username", equalTo("alice"));
            keyAdmin.act(key.id(), "disable").then().statusCode(200);
            keyAdmin.act(key.id(), "revoke").then().statusCode(200);
            keyAdmin.delete(key.id()).then().statusCode(204);
        }
    }

    @Nested
    class TheMostActiveKeysOfAUser {

        @Test
        void holdAcrossClientsAndNotForOthers() {
            KeyClients.create(realm, "second-client");
            master.changeSettings(Map.of("maxActivePerUser", 1)).then().statusCode(200);
            try {
                master.created(keyFor(alice));
                Map<String, Object> second = keyFor(alice);
                second.put("clientId", "second-client");
                master.create(second)
                        .then()
                        .statusCode(409)
                        .body("errorMessage", containsString("the user has 1 active keys already"))
                        .body("errorMessage", containsString("api-keys.max-active-per-user"));
                master.create(keyFor(realm.users().id("key-viewer"))).then().statusCode(201);
                master.create(NewKeys.named("Client key")).then().statusCode(201);
            } finally {
                master.changeSettings(NewKeys.only("maxActivePerUser", null))
                        .then()
                        .statusCode(200);
            }
        }

        @Test
        void holdWhenManyAskAtOnce() {
            master.changeSettings(Map.of("maxActivePerUser", 3)).then().statusCode(200);
            try {
                assertThat(Parallel.statuses(20, i -> master.create(keyFor(alice))))
                        .isEqualTo(Map.of(201, 3L, 409, 17L));
            } finally {
                master.changeSettings(NewKeys.only("maxActivePerUser", null))
                        .then()
                        .statusCode(200);
            }
        }
    }
}
