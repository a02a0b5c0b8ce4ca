package dev.apikeys.it.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a personal key in the hands of its owner. */
class AccountLifeIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final AccountApi alice = AccountApi.of(realm, "alice");
    private final String aliceId = realm.users().id("alice");

    @BeforeAll
    static void makeSomebodyElse() {
        new People(realm).create("bob");
        realm.clients()
                .create(Map.of(
                        "clientId", "portal", "publicClient", true, "redirectUris", List.of(PageLogin.REDIRECT)));
    }

    @AfterEach
    void deleteKeys() {
        realm.admin().get(realm.adminUrl("/api-keys")).<List<String>>path("id").forEach(id -> realm.admin()
                .delete(realm.adminUrl("/api-keys/" + id)));
    }

    @Nested
    class Create {

        @Test
        void handsOutTheValueOnce() {
            Response created = alice.create(AccountApi.key());
            created.then()
                    .statusCode(201)
                    .header("Cache-Control", containsString("no-store"))
                    .header("Location", matchesPattern(".*/api-keys/account/" + created.path("id")))
                    .body("key", notNullValue())
                    .body("ownerType", equalTo("user"))
                    .body("userId", equalTo(aliceId))
                    .body("username", equalTo("alice"))
                    .body("access", equalTo(Map.of("manage", true, "renew", true)));
            String value = created.path("key");
            String id = created.path("id");
            alice.read(id).then().statusCode(200).body("$", not(hasKey("key")));
            assertThat(alice.list(Map.of()).asString()).contains(id).doesNotContain(value);
        }

        @Test
        void doesNotRepeatAKeyThatStandsWhereItCannotBeRead() {
            String value = alice.created(AccountApi.key()).value();
            assertThat(alice.create("\"" + value + "\"")
                            .then()
                            .statusCode(400)
                            .body("field", equalTo("body"))
                            .extract()
                            .asString())
                    .contains("an API key")
                    .doesNotContain(value.substring(8));
            assertThat(alice.create(AccountApi.keyWith(value, 1))
                            .then()
                            .statusCode(400)
                            .extract()
                            .asString())
                    .contains("an API key")
                    .doesNotContain(value.substring(8));
        }

        @Test
        void makesAKeyThatActsForTheUserWithinItsScopes() {
            keys.introspect(alice.created(AccountApi.key()))
                    .then()
                    .body("active", equalTo(true))
                    .body("sub", equalTo(aliceId))
                    .body("username", equalTo("alice"))
                    .body("client_id", equalTo("shop-backend"))
                    .body("scope", equalTo("calls:read"));
        }

        @Test
        void takesWhatItsOwnerDecides() {
            Map<String, Object> key = AccountApi.key();
            key.putAll(Map.of(
                    "description", "For the office",
                    "environment", "test",
                    "userId", aliceId,
                    "allowedIps", List.of("203.0.113.0/24"),
                    "expiresAt", "2999-01-31T00:00:00Z"));
            alice.create(key)
                    .then()
                    .statusCode(201)
                    .body("description", equalTo("For the office"))
                    .body("environment", equalTo("test"))
                    .body("allowedIps", contains("203.0.113.0/24"))
                    .body("expiresAt", equalTo("2999-01-31T00:00:00Z"))
                    .body("$", not(hasKey("limits")))
                    .body("metadata", equalTo(Map.of()));
        }
    }

    @Nested
    class AUsage {

        @Test
        void isThatOfTheCallersKey() {
            NewKey key = alice.created(AccountApi.key());
            keys.introspect(key);

            JsonPath usage = Eventually.get(
                    () -> alice.usage(key.id(), Map.of("bucket", "day"))
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath(),
                    answer -> answer.getLong("total") > 0);
            assertThat(usage.getLong("allowed")).isEqualTo(1);
        }

        @Test
        void isRefusedWithAParameterThatCannotBeRead() {
            alice.usage(alice.created(AccountApi.key()).id(), Map.of("bucket", "year"))
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("bucket"));
        }
    }

    @Nested
    class TheList {

        @Test
        void hasTheCallersKeysAndNoOthers() {
            NewKey own = alice.created(AccountApi.keyWith("name", "Own"));
            AccountApi.of(realm, "bob").created(AccountApi.keyWith("name", "Bob's"));
            keys.create(Map.of("name", "The client's"));

            alice.list(Map.of()).then().statusCode(200).body("id", contains(own.id()));
            alice.list(Map.of("clientId", "shop-backend")).then().body("id", contains(own.id()));
            assertThat(alice.count(Map.of()).asString()).isEqualTo("1");
        }

        @Test
        void hasThemOfAnAdministratorsMakingToo() {
            NewKey made = keys.create(Map.of("userId", aliceId));

            alice.list(Map.of()).then().body("id", contains(made.id()));
        }

        @Test
        void isFilteredSortedAndPagedAsThatOfAdministrators() {
            NewKey first = alice.created(AccountApi.keyWith("name", "First"));
            NewKey second = alice.created(AccountApi.keyWith("name", "Second"));
            alice.act(first.id(), "revoke").then().statusCode(200);

            alice.list(Map.of("status", "active")).then().body("id", contains(second.id()));
            alice.list(Map.of("search", "fir")).then().body("id", contains(first.id()));
            alice.list(Map.of("sort", "name", "direction", "desc", "max", 1))
                    .then()
                    .body("id", contains(second.id()));
            alice.list(Map.of("clientId", "nobody")).then().body("$", empty());
            assertThat(alice.count(Map.of("status", "revoked")).asString()).isEqualTo("1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"max", "status", "expiringBefore"})
        void isRefusedWithAParameterThatCannotBeRead(String parameter) {
            alice.list(Map.of(parameter, "-1")).then().statusCode(400).body("field", equalTo(parameter));
        }

        @Test
        void cannotBeTurnedToSomebodyElse() {
            AccountApi.of(realm, "bob").created(AccountApi.key());

            realm.user("alice")
                    .queryParam("userId", realm.users().id("bob"))
                    .get(realm.realmUrl("/api-keys/account"))
                    .then()
                    .statusCode(200)
                    .body("$", empty());
        }
    }

    @Nested
    class AKey {

        private final NewKey key = alice.created(AccountApi.key());

        @Test
        void isEdited() {
            alice.update(key.id(), Map.of("name", "Renamed", "scopes", List.of("contacts:read")))
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("Renamed"))
                    .body("scopes", contains("contacts:read"));
            keys.introspect(key).then().body("scope", equalTo("contacts:read"));
        }

        @Test
        void canBeSentBackAsItWasRead() {
            alice.update(key.id(), alice.read(key.id()).path("$")).then().statusCode(200);
        }

        @Test
        void isNotOverwrittenByWhoReadAnOlderVersion() {
            alice.update(key.id(), Map.of("name", "Newer")).then().statusCode(200);

            alice.update(key.id(), Map.of("name", "Older", "version", 0)).then().statusCode(409);
        }

        @Test
        void isRotatedWithAnOverlap() {
            Response rotated = alice.rotate(key.id(), Map.of("overlap", 60));
            rotated.then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("no-store"))
                    .body("overlapUntil", notNullValue());
            NewKey next = new NewKey(key.id(), rotated.path("key"));

            assertThat(next.value()).isNotEqualTo(key.value());
            keys.introspect(next).then().body("active", equalTo(true));
            keys.introspect(key).then().body("active", equalTo(true));
            alice.act(key.id(), "rotate").then().statusCode(200);
            keys.introspect(key).then().body("active", equalTo(false));
        }

        @Test
        void isSwitchedOffAndOnAtOnce() {
            alice.act(key.id(), "disable").then().statusCode(200).body("status", equalTo("disabled"));
            keys.introspect(key).then().body("error", equalTo("key_disabled"));

            alice.act(key.id(), "enable").then().statusCode(200).body("status", equalTo("active"));
            keys.introspect(key).then().body("active", equalTo(true));
        }

        @Test
        void isRevokedForGoodByItsOwner() {
            keys.introspect(key).then().body("active", equalTo(true));

            alice.act(key.id(), "revoke").then().statusCode(200).body("revokedBy", equalTo(aliceId));

            keys.introspect(key).then().body("error", equalTo("key_revoked"));
            List.of("enable", "rotate")
                    .forEach(action -> alice.act(key.id(), action).then().statusCode(409));
            alice.act(key.id(), "revoke").then().statusCode(200);
        }

        @Test
        void thatAnAdministratorRevokedDoesNotSayWhoThatIs() {
            keys.act(key, "revoke");

            alice.read(key.id())
                    .then()
                    .body("status", equalTo("revoked"))
                    .body("revokedAt", notNullValue())
                    .body("$", not(hasKey("revokedBy")));
        }

        @Test
        void isNotDeletedByItsOwner() {
            realm.user("alice")
                    .delete(realm.realmUrl("/api-keys/account/" + key.id()))
                    .then()
                    .statusCode(405);
        }
    }

    @Nested
    class AnAdministratorWhoImpersonatesTheUser {

        private final AccountApi impersonated =
                AccountApi.with(realm, PageLogin.impersonation(realm, "portal", "alice"));
        private final NewKey key = alice.created(AccountApi.key());

        @Test
        void isToldThatNothingIsThereThatOutlivesTheSession() {
            impersonated.read(key.id()).then().body("access", equalTo(Map.of("manage", true, "renew", false)));
            impersonated.policies().then().body("access", equalTo(Map.of("create", false)));
            alice.read(key.id()).then().body("access", equalTo(Map.of("manage", true, "renew", true)));
        }
    }
}
