package dev.apikeys.it.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users cannot do with their own keys, because the administrator has laid it down. */
class AccountPolicyIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final Map<String, Object> DEFAULTS = defaults();

    private final Keys keys = new Keys(realm);
    private final AccountApi alice = AccountApi.of(realm, "alice");
    private final String aliceId = realm.users().id("alice");

    @BeforeAll
    static void makeSomebodyElse() {
        new People(realm).create("bob");
        realm.clients()
                .create(Map.of(
                        "clientId", "closed-client",
                        "attributes", Map.of("api-keys.enabled", "true"),
                        "optionalClientScopes", List.of("calls:read")));
        realm.clients()
                .create(Map.of(
                        "clientId", "no-keys",
                        "attributes", Map.of("api-keys.self-service", "true"),
                        "optionalClientScopes", List.of("calls:read")));
        realm.clients()
                .create(Map.of(
                        "clientId",
                        "disabled-client",
                        "enabled",
                        false,
                        "attributes",
                        Map.of("api-keys.self-service", "true", "api-keys.enabled", "true"),
                        "optionalClientScopes",
                        List.of("calls:read")));
    }

    private static Map<String, Object> defaults() {
        Map<String, Object> nulls = new HashMap<>();
        List.of("maxActivePerUser", "maxActivePerClient", "maxLifetime", "requireExpiry", "requireIp")
                .forEach(name -> nulls.put(name, null));
        return nulls;
    }

    private static void settings(Map<String, ?> change) {
        realm.admin()
                .body(change)
                .put(realm.adminUrl("/api-keys/settings"))
                .then()
                .statusCode(200);
    }

    @AfterEach
    void deleteKeysAndPolicies() {
        settings(DEFAULTS);
        realm.admin().get(realm.adminUrl("/api-keys")).<List<String>>path("id").forEach(id -> realm.admin()
                .delete(realm.adminUrl("/api-keys/" + id)));
    }

    private static void assertRefused(Response response, String field) {
        response.then()
                .statusCode(400)
                .body("field", equalTo(field))
                .body("errorMessage", containsString("is not allowed; allowed: "));
    }

    @Nested
    class TheRealm {

        @Test
        void limitsTheActiveKeysOfAUserOverAllDoors() {
            settings(Map.of("maxActivePerUser", 1));
            keys.create(Map.of("userId", aliceId));

            alice.create(AccountApi.key())
                    .then()
                    .statusCode(409)
                    .body("errorMessage", containsString("api-keys.max-active-per-user"));
            AccountApi.of(realm, "bob").created(AccountApi.key());
        }

        @Test
        void limitsTheActiveKeysOfAClientForEachUserAndForTheClientItself() {
            settings(Map.of("maxActivePerClient", 1));
            NewKey own = alice.created(AccountApi.key());

            alice.create(AccountApi.key())
                    .then()
                    .statusCode(409)
                    .body("errorMessage", containsString("api-keys.max-active-per-client"));
            AccountApi.of(realm, "bob").created(AccountApi.key());
            keys.create();

            alice.act(own.id(), "disable").then().statusCode(200);
            alice.created(AccountApi.key());
            alice.act(own.id(), "enable").then().statusCode(409);
        }

        @Test
        void limitsTheLifetime() {
            settings(Map.of("maxLifetime", 86_400));

            assertRefused(alice.create(AccountApi.key()), "expiresAt");
            assertRefused(alice.create(AccountApi.keyWith("expiresAt", "2999-01-31T00:00:00Z")), "expiresAt");
        }

        @Test
        void canRequireAnExpiryAndAddresses() {
            NewKey before = alice.created(AccountApi.keyWith("allowedIps", List.of("203.0.113.7")));
            settings(Map.of("requireExpiry", true));
            assertRefused(alice.create(AccountApi.key()), "expiresAt");
            settings(Map.of("requireExpiry", false, "requireIp", true));
            assertRefused(alice.create(AccountApi.key()), "allowedIps");
            assertRefused(alice.update(before.id(), Map.of("allowedIps", List.of())), "allowedIps");
        }

        @Test
        void tellsUsersWhatItRequires() {
            settings(Map.of("requireIp", true, "maxLifetime", 86_400));

            alice.policies()
                    .then()
                    .statusCode(200)
                    .body("requireIp", equalTo(true))
                    .body("maxLifetime", equalTo(86_400))
                    .body("environments", contains("live", "test"));
        }
    }

    @Nested
    class WhatAdministratorsDecide {

        @Test
        void isNotForUsersToLayDown() {
            assertRefused(alice.create(AccountApi.keyWith("limits", List.of())), "limits");
            assertRefused(alice.create(AccountApi.keyWith("limits", List.of("1000000/second"))), "limits");
            assertRefused(alice.create(AccountApi.keyWith("metadata", Map.of("plan", "gold"))), "metadata");
            assertRefused(
                    alice.create(AccountApi.keyWith("userId", realm.users().id("bob"))), "userId");
            assertThat(alice.count(Map.of()).asString()).isEqualTo("0");
        }

        @Test
        void isNotForUsersToChange() {
            NewKey key = keys.create(Map.of(
                    "userId",
                    aliceId,
                    "limits",
                    List.of("5/minute"),
                    "metadata",
                    Map.of("plan", "free", "share", 0.50)));

            assertRefused(alice.update(key.id(), Map.of("limits", List.of())), "limits");
            assertRefused(alice.update(key.id(), nothing("limits")), "limits");
            assertRefused(alice.update(key.id(), Map.of("metadata", Map.of("plan", "gold"))), "metadata");
            assertRefused(alice.update(key.id(), nothing("metadata")), "metadata");
            alice.update(key.id(), alice.read(key.id()).path("$")).then().statusCode(200);
            alice.update(key.id(), Map.of("name", "Mine"))
                    .then()
                    .body("limits", contains("5/minute"))
                    .body("metadata.plan", equalTo("free"));
        }

        private static Map<String, @Nullable Object> nothing(String field) {
            Map<String, @Nullable Object> change = new TreeMap<>();
            change.put(field, null);
            return change;
        }
    }

    @Nested
    class TheClient {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "closed-client",
                    "no-keys",
                    "disabled-client",
                    "demo-api",
                    "nobody",
                    "",
                    "a\u0000b",
                    "account"
                })
        void mustOfferSelfService(String clientId) {
            assertRefused(alice.create(AccountApi.keyWith("clientId", clientId)), "clientId");
        }

        @Test
        void isListedWhenItDoes() {
            alice.clients(Map.of())
                    .then()
                    .statusCode(200)
                    .body(
                            "",
                            equalTo(List.of(Map.of(
                                    "clientId", "shop-backend",
                                    "name", "Shop backend",
                                    "description", "Calls the demo API with API keys"))));
            alice.clients(Map.of("search", "SHOP")).then().body("clientId", contains("shop-backend"));
            alice.clients(Map.of("search", "other")).then().body("$", empty());
        }

        @Test
        void doesNotShowItsScopesWhenItDoesNot() {
            assertRefused(alice.scopes(Map.of("clientId", "closed-client")), "clientId");
            assertRefused(alice.scopes(Map.of()), "clientId");
        }

        @Test
        void saysInEachKeyWhetherItCanBeRenewed() {
            NewKey key = keys.create(Map.of("userId", aliceId, "clientId", "closed-client"));

            alice.read(key.id()).then().body("access", equalTo(Map.of("manage", true, "renew", false)));
            alice.act(key.id(), "rotate").then().statusCode(403).body("errorMessage", containsString("self-service"));
        }
    }

    @Nested
    class Scopes {

        private final ShopScopes scopes = new ShopScopes(realm);
        private final Roles roles = new Roles(realm);

        @BeforeAll
        static void restrictOne() {
            ShopScopes scopes = new ShopScopes(realm);
            scopes.create("cases:read");
            scopes.assign("cases:read");
            scopes.create("elsewhere:read");
            scopes.group("case-work", "cases:read", "elsewhere:read");
            scopes.group("office", "calls:read", "cases:read");
            Roles roles = new Roles(realm);
            roles.create("case-reader");
            roles.require("cases:read", "case-reader");
        }

        private Response catalogue() {
            return alice.scopes(Map.of("clientId", "shop-backend"));
        }

        @Test
        void areOfferedAsFarAsTheRolesOfTheUserPermit() {
            catalogue()
                    .then()
                    .statusCode(200)
                    .body("resources.scopes.name.flatten()", hasItem("calls:read"))
                    .body("resources.scopes.name.flatten()", not(hasItem("cases:read")))
                    .body("groups.name", contains("office"))
                    .body("groups[0].includes", contains("calls:read"))
                    .body("groups[0].withoutEffect", empty());

            roles.give("alice", "case-reader");
            try {
                catalogue()
                        .then()
                        .body("resources.scopes.name.flatten()", hasItem("cases:read"))
                        .body("groups.name", contains("case-work", "office"))
                        .body("groups[0].includes", contains("cases:read"))
                        .body("groups[0].withoutEffect", empty());
            } finally {
                roles.take("alice", "case-reader");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"cases:read", "elsewhere:read", "nothing:read", "offline_access"})
        void areRefusedWhereTheUserOrTheClientDoesNotHaveThem(String scope) {
            assertRefused(alice.create(AccountApi.keyWith("scopes", List.of(scope))), "scopes[0]");
        }

        @Test
        void ofFullAccessAreThoseThatTheUsersRolesPermit() {
            NewKey key = alice.created(AccountApi.keyWithFullAccess());

            assertThat(scopes.introspected(key)).contains("calls:read").doesNotContain("cases:read");
        }

        @Test
        void thatAnAdministratorGaveStayWithTheKeyAndHaveNoEffectWithoutTheRole() {
            NewKey key = keys.create(Map.of("userId", aliceId, "scopes", List.of("calls:read", "cases:read")));

            alice.update(key.id(), alice.read(key.id()).path("$"))
                    .then()
                    .statusCode(200)
                    .body("scopes", contains("calls:read", "cases:read"))
                    .body("effectiveScopes", contains("calls:read"));
        }
    }
}
