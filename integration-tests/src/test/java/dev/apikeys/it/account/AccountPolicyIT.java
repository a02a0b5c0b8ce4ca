package dev.apikeys.it.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.params.provider.CsvSource;
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
        void limitsTheLifetimeOfAValueHoweverOftenItsKeyIsChanged() {
            settings(Map.of("maxLifetime", 86_400));
            Response created = alice.create(AccountApi.keyWith(
                    "expiresAt", Instant.now().plusSeconds(3_600).toString()));
            String id = created.then().statusCode(201).extract().path("id");
            Instant latest = Instant.parse(created.<String>path("createdAt")).plusSeconds(86_400);
            Map<String, ?> tooLate = Map.of("expiresAt", latest.plusMillis(1).toString());

            assertRefused(alice.update(id, tooLate), "expiresAt");
            alice.update(id, Map.of("expiresAt", latest.toString())).then().statusCode(200);
            assertRefused(alice.update(id, tooLate), "expiresAt");

            alice.act(id, "rotate").then().statusCode(200);
            alice.update(id, tooLate).then().statusCode(200);
        }

        @Test
        void leavesTheLifetimeOfAChangeToAdministrators() {
            settings(Map.of("maxLifetime", 86_400));
            Response created = alice.create(AccountApi.keyWith(
                    "expiresAt", Instant.now().plusSeconds(3_600).toString()));
            NewKey key = new NewKey(created.path("id"), created.path("key"));
            Instant latest = Instant.parse(created.<String>path("createdAt")).plusSeconds(86_400);

            keys.change(key, Map.of("expiresAt", latest.plusMillis(1).toString()));
        }

        @Test
        void letsOwnersShortenWhatAnEarlierPolicyAllowed() {
            NewKey key = alice.created(AccountApi.key());
            settings(Map.of("maxLifetime", 86_400));

            assertRefused(alice.act(key.id(), "rotate"), "expiresAt");
            alice.update(
                            key.id(),
                            Map.of(
                                    "expiresAt",
                                    Instant.now().plusSeconds(86_390).toString()))
                    .then()
                    .statusCode(200);
            alice.act(key.id(), "rotate").then().statusCode(200);
        }

        @Test
        void endsAKeyForItsOwnerWithItsExpiry() {
            Instant soon = Instant.now().plusSeconds(2);
            NewKey key = alice.created(AccountApi.keyWith("expiresAt", soon.toString()));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> alice.read(key.id()).path("status").equals("expired"));

            for (Map<String, ?> revival : List.of(
                    Map.of("expiresAt", "2999-01-31T00:00:00Z"), WhatAdministratorsDecide.nothing("expiresAt"))) {
                alice.update(key.id(), revival)
                        .then()
                        .statusCode(409)
                        .body("errorMessage", containsString("has expired and stays so"));
            }
            alice.update(key.id(), Map.of("name", "Of yore")).then().statusCode(200);
            keys.introspect(key).then().body("active", equalTo(false));
        }

        @Test
        void holdsForANewValueOfAnOldKey() {
            NewKey key = alice.created(AccountApi.key());
            settings(Map.of("requireExpiry", true, "requireIp", true));

            alice.act(key.id(), "rotate")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("expiresAt", "allowedIps"));
            keys.act(key, "rotate");
            alice.update(key.id(), Map.of("expiresAt", "2999-01-31T00:00:00Z", "allowedIps", List.of("203.0.113.7")))
                    .then()
                    .statusCode(200);
            alice.act(key.id(), "rotate").then().statusCode(200);
        }

        @Test
        void limitsWhatAUserLeavesBehind() {
            settings(Map.of("maxActivePerClient", 1_000));
            for (int i = 0; i < 100; i++) {
                keys.act(keys.create(Map.of("userId", aliceId)), "revoke");
            }

            alice.create(AccountApi.key())
                    .then()
                    .statusCode(409)
                    .body("errorMessage", containsString("the user has 100 keys already"))
                    .body("errorMessage", containsString("api-keys.revoked-retention"));
            NewKey another = keys.create(Map.of("userId", aliceId));
            realm.admin()
                    .delete(realm.adminUrl("/api-keys/"
                            + alice.list(Map.of("status", "revoked")).path("[0].id")))
                    .then()
                    .statusCode(204);
            alice.created(AccountApi.key());
            alice.act(another.id(), "rotate").then().statusCode(200);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void tellsUsersNothingOfWhatIsWrongWithIt(boolean client) {
            set(client, "many");
            try {
                alice.create(AccountApi.key())
                        .then()
                        .statusCode(409)
                        .body("errorMessage", containsString("an administrator has to"))
                        .body("errorMessage", not(containsString("many")));
            } finally {
                set(client, "");
            }
            alice.created(AccountApi.key());
        }

        private static void set(boolean client, String limit) {
            if (client) {
                realm.clients().setAttribute("shop-backend", "api-keys.client-limit", limit);
            } else {
                realm.setAttribute("api-keys.default-limit", limit);
            }
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
                    .body("environments", contains("live", "test"))
                    .body("access", equalTo(Map.of("create", true)));
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

        static Map<String, @Nullable Object> nothing(String field) {
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

        @ParameterizedTest
        @CsvSource({
            "https://api.example.com/openapi.json, https://api.example.com/openapi.json",
            "api.example.com,",
            "javascript:alert(1),",
            "https://user:secret@api.example.com/,",
            "'',"
        })
        void isListedWithItsDocumentUnlessThatIsNoAddress(String attribute, @Nullable String told) {
            realm.clients().setAttribute("shop-backend", "api-keys.openapi-url", attribute);
            alice.clients(Map.of()).then().statusCode(200).body("[0].openapiUrl", equalTo(told));
            realm.clients().setAttribute("shop-backend", "api-keys.openapi-url", "");
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
            alice.act(key.id(), "rotate")
                    .then()
                    .statusCode(403)
                    .body("errorMessage", containsString("cannot be made or renewed"));
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
            scopes.group("round", "round", "calls:read");
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

        @ParameterizedTest
        @ValueSource(strings = {"case-work", "round", "no-group"})
        void inGroupsAreRefusedWhereNoneOfThemIsOfferedAndOtherGroupsAreNotTold(String group) {
            Response refused = alice.create(AccountApi.keyWith("scopeGroups", List.of(group)));
            assertRefused(refused, "scopeGroups[0]");
            refused.then().body("errorMessage", endsWith("allowed: a scope group of this realm: office"));
        }

        @Test
        void inGroupsAreGivenAsFarAsTheRolesOfTheUserPermit() {
            NewKey key = alice.created(AccountApi.keyWith("scopeGroups", List.of("office")));
            alice.read(key.id()).then().body("effectiveScopes", contains("calls:read"));
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
