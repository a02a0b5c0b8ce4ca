package dev.apikeys.it.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of a client that is bound to an organization: what the organization and its members are now is what counts. */
class OrganizationKeysIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String CLIENT = "acme-backend";
    private static Organization acme;

    private final Keys keys = new Keys(realm);

    @BeforeAll
    static void makeOrganization() {
        Keys.allowMany(realm);
        acme = Organization.create(realm, "acme");
        acme.createClient(CLIENT);
        People people = new People(realm);
        List.of("member", "manager", "outsider").forEach(people::create);
        List.of("member", "manager").forEach(acme::add);
        List.of("manager", "outsider").forEach(user -> new Roles(realm).giveOfClient(user, CLIENT, "api-keys-manager"));
    }

    private NewKey clientKey() {
        return keys.create(Map.of("clientId", CLIENT));
    }

    private NewKey keyOf(String username, String... scopes) {
        return keys.create(Map.of("clientId", CLIENT, "userId", realm.users().id(username), "scopes", List.of(scopes)));
    }

    private void assertRefused(NewKey key, String reason) {
        keys.introspect(key)
                .then()
                .body("active", equalTo(false))
                .body("error", equalTo(reason))
                .body("organization", nullValue());
    }

    private void assertGood(NewKey key) {
        keys.introspect(key).then().body("active", equalTo(true)).body("organization", contains("acme"));
    }

    @Nested
    class TheOrganization {

        @Test
        void isNamedInTheAnswer() {
            assertGood(clientKey());
            assertGood(keyOf("member", "calls:read"));
            assertGood(keyOf("member", "calls:read", "organization"));
            keys.introspect(keys.create()).then().body("active", equalTo(true)).body("organization", nullValue());
        }

        @Test
        void isNamedWhenATokenThatWasMadeFromAKeyIsIntrospected() {
            String token = given().formParams(Map.of(
                            "grant_type",
                            "client_credentials",
                            "client_id",
                            CLIENT,
                            "client_secret",
                            clientKey().value()))
                    .post(realm.realmUrl("/protocol/openid-connect/token"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access_token");

            keys.introspect(token, Map.of())
                    .then()
                    .body("active", equalTo(true))
                    .body("organization", contains("acme"));
        }

        @Test
        void stopsAllKeysAtOnceWhenItIsDisabled() {
            NewKey ofClient = clientKey();
            NewKey personal = keyOf("member", "calls:read");
            assertGood(ofClient);
            assertGood(personal);

            acme.enable(false);
            try {
                assertRefused(ofClient, "client_disabled");
                assertRefused(personal, "client_disabled");
            } finally {
                acme.enable(true);
            }
            assertGood(ofClient);
            assertGood(personal);
        }

        @Test
        void stopsAllKeysAtOnceWhenTheRealmHasNoOrganizations() {
            NewKey ofClient = clientKey();
            assertGood(ofClient);

            Organization.enableAll(realm, false);
            try {
                assertRefused(ofClient, "client_disabled");
            } finally {
                Organization.enableAll(realm, true);
            }
        }

        @Test
        void stopsAllKeysAtOnceWhenItIsDeletedAndOneOfTheSameNameTakesItsPlace() {
            Organization brief = Organization.create(realm, "brief");
            brief.createClient("brief-backend");
            NewKey key = keys.create(Map.of("clientId", "brief-backend"));
            keys.introspect(key).then().body("organization", contains("brief"));

            brief.delete();
            assertRefused(key, "client_disabled");

            Organization.create(realm, "brief");
            keys.introspect(key).then().body("organization", contains("brief"));
        }
    }

    @Nested
    class AMember {

        private final AccountApi member = AccountApi.of(realm, "member");

        private Map<String, Object> key() {
            return AccountApi.keyWith("clientId", CLIENT);
        }

        @AfterEach
        void isAMember() {
            realm.admin()
                    .body(realm.users().id("member"))
                    .post(realm.adminUrl("/organizations/" + acme.id() + "/members"));
        }

        @Test
        void hasPersonalKeysForAsLongAsTheMembershipLasts() {
            NewKey key = member.created(key());
            assertGood(key);

            acme.remove("member");
            assertRefused(key, "subject_disabled");
            member.read(key.id()).then().body("access", equalTo(Map.of("manage", true, "renew", false)));
            for (String action : List.of("enable", "rotate")) {
                member.act(key.id(), action).then().statusCode(403);
            }
            member.create(key()).then().statusCode(400).body("field", equalTo("clientId"));

            acme.add("member");
            assertGood(key);
            member.act(key.id(), "rotate").then().statusCode(200);

            acme.remove("member");
            member.act(key.id(), "revoke").then().statusCode(200);
        }

        @Test
        void findsTheClientAndNobodyElseDoes() {
            member.clients(Map.of("search", "acme"))
                    .then()
                    .statusCode(200)
                    .body("", equalTo(List.of(Map.of("clientId", CLIENT, "organization", "acme"))));
            AccountApi outsider = AccountApi.of(realm, "outsider");
            outsider.clients(Map.of("search", "acme")).then().body("$", empty());
            outsider.create(key()).then().statusCode(400);
            outsider.scopes(Map.of("clientId", CLIENT)).then().statusCode(400);
        }
    }

    @Nested
    class AManager {

        private final Map<String, String> ofClients = Map.of("ownerType", "service_account");
        private final AccountApi manager = AccountApi.of(realm, "manager");

        private Map<String, Object> key() {
            Map<String, Object> key = AccountApi.keyWith("clientId", CLIENT);
            key.put("ownerType", "service_account");
            return key;
        }

        private Response list(AccountApi api) {
            Map<String, String> query = new HashMap<>(ofClients);
            query.put("clientId", CLIENT);
            query.put("status", "active");
            return api.list(query);
        }

        @Test
        void makesAndLooksAfterKeysOfTheClient() {
            NewKey key = manager.created(key());
            keys.introspect(key)
                    .then()
                    .body("username", equalTo("service-account-" + CLIENT))
                    .body("organization", contains("acme"));
            assertThat(list(manager).<List<String>>path("id")).contains(key.id());
            assertThat(manager.count(Map.of("search", key.id())).asString()).isEqualTo("0");
            manager.update(key.id(), Map.of("name", "Renamed"))
                    .then()
                    .statusCode(200)
                    .body("ownerType", equalTo("service_account"))
                    .body("access", equalTo(Map.of("manage", true, "renew", true)));
            for (String action : List.of("disable", "enable", "rotate", "revoke")) {
                manager.act(key.id(), action).then().statusCode(200);
            }
            assertRefused(key, "key_revoked");
        }

        @Test
        void isToldWhichClientsAndScopesThereAre() {
            manager.clients(ofClients)
                    .then()
                    .statusCode(200)
                    .body("", equalTo(List.of(Map.of("clientId", CLIENT, "organization", "acme"))));
            Map<String, String> query = new HashMap<>(ofClients);
            query.put("clientId", CLIENT);
            manager.scopes(query).then().statusCode(200).body("resources.resource", hasItem("calls"));
        }

        @Test
        void decidesNeitherLimitsNorMetadataNorAnotherOwner() {
            for (String field : List.of("limits", "metadata", "userId")) {
                Map<String, Object> key = key();
                key.put(field, field.equals("limits") ? List.of() : Map.of("a", 1));
                manager.create(key).then().statusCode(400).body("field", equalTo(field));
            }
            Map<String, Object> key = key();
            key.put("ownerType", "somebody");
            manager.create(key).then().statusCode(400).body("field", equalTo("ownerType"));
            manager.list(Map.of("ownerType", "somebody")).then().statusCode(400);
        }

        @Test
        void looksAfterNoOtherClientAndNobodysPersonalKeys() {
            Map<String, Object> key = key();
            key.put("clientId", "shop-backend");
            manager.create(key).then().statusCode(400).body("field", equalTo("clientId"));
            for (NewKey other : List.of(keys.create(), keyOf("member", "calls:read"))) {
                manager.read(other.id()).then().statusCode(404);
                manager.act(other.id(), "revoke").then().statusCode(404);
            }
        }

        @Test
        void isNobodyWithoutTheRoleOrWithoutTheMembership() {
            NewKey key = clientKey();
            for (String user : List.of("member", "outsider", "alice")) {
                AccountApi api = AccountApi.of(realm, user);
                api.create(key()).then().statusCode(400).body("field", equalTo("clientId"));
                list(api).then().statusCode(200).body("$", empty());
                AccountOperation.onOneKey().forEach(operation -> operation.assertAnswer(404, api, key.id()));
            }
        }

        @Test
        void isNobodyOnceTheMembershipIsLostOrTheOrganizationDisabled() {
            NewKey key = manager.created(key());
            acme.remove("manager");
            try {
                manager.act(key.id(), "rotate").then().statusCode(404);
                manager.create(key()).then().statusCode(400);
                list(manager).then().body("$", empty());
                assertGood(key);
            } finally {
                acme.add("manager");
            }
            acme.enable(false);
            try {
                manager.act(key.id(), "rotate").then().statusCode(404);
                manager.create(key()).then().statusCode(400);
            } finally {
                acme.enable(true);
            }
            manager.act(key.id(), "rotate").then().statusCode(200);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void seesAndRevokesKeysOfAClientWhoseKeysAreSwitchedOffAndMakesNone(boolean clientEnabled) {
            NewKey key = manager.created(key());
            NewKey other = manager.created(key());
            switchOff(clientEnabled);
            try {
                assertThat(list(manager).<List<String>>path("id")).contains(key.id(), other.id());
                Map<String, String> thisOne = new HashMap<>(ofClients);
                thisOne.put("search", key.id());
                assertThat(manager.count(thisOne).asString()).isEqualTo("1");
                manager.read(key.id())
                        .then()
                        .statusCode(200)
                        .body("access", equalTo(Map.of("manage", true, "renew", false)));
                manager.usage(key.id(), Map.of()).then().statusCode(200);
                for (String action : List.of("enable", "rotate")) {
                    manager.act(key.id(), action).then().statusCode(403);
                }
                manager.update(key.id(), Map.of("name", "Renamed")).then().statusCode(403);
                manager.create(key()).then().statusCode(400).body("field", equalTo("clientId"));
                manager.clients(ofClients).then().statusCode(200).body("$", empty());
                manager.act(other.id(), "disable").then().statusCode(200).body("status", equalTo("disabled"));
                manager.act(key.id(), "revoke").then().statusCode(200).body("status", equalTo("revoked"));
                AccountApi member = AccountApi.of(realm, "member");
                list(member).then().statusCode(200).body("$", empty());
                AccountOperation.onOneKey().forEach(operation -> operation.assertAnswer(404, member, other.id()));
            } finally {
                switchOn();
            }
            assertRefused(key, "key_revoked");
            manager.act(other.id(), "enable").then().statusCode(200);
            assertGood(other);
        }

        @Test
        void leavesNoMoreThanAHundredEndedKeysOfAClientBehind() {
            String crowded = "crowded-backend";
            acme.createClient(crowded);
            new Roles(realm).giveOfClient("manager", crowded, "api-keys-manager");
            try {
                Map<String, Object> key = key();
                key.put("clientId", crowded);
                NewKey first = manager.created(key);
                manager.act(first.id(), "revoke").then().statusCode(200);
                for (int i = 1; i < 100; i++) {
                    keys.act(keys.create(Map.of("clientId", crowded)), "disable");
                }

                manager.create(key)
                        .then()
                        .statusCode(409)
                        .body("errorMessage", containsString("the client has 100 keys already"));
                NewKey another = keys.create(Map.of("clientId", crowded));
                manager.act(another.id(), "rotate").then().statusCode(200);
                manager.created(key());
                realm.admin()
                        .delete(realm.adminUrl("/api-keys/" + first.id()))
                        .then()
                        .statusCode(204);
                manager.created(key);
            } finally {
                realm.clients().delete(crowded);
            }
        }

        /** The keys of the client, or the client with all that it has. */
        private void switchOff(boolean clientEnabled) {
            if (clientEnabled) {
                realm.clients().setAttribute(CLIENT, "api-keys.enabled", "false");
            } else {
                realm.clients().update(CLIENT, client -> client.put("enabled", false));
            }
        }

        private void switchOn() {
            realm.clients().setAttribute(CLIENT, "api-keys.enabled", "true");
            realm.clients().update(CLIENT, client -> client.put("enabled", true));
        }

        @Test
        void leavesAnEventThatNamesTheClient() {
            realm.admin().delete(realm.adminUrl("/events")).then().statusCode(204);
            NewKey key = manager.created(key());
            assertThat(realm.admin()
                            .get(realm.adminUrl("/events"))
                            .<List<Map<String, Object>>>path("findAll { it.type == 'UPDATE_CREDENTIAL' }"))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event).containsEntry("userId", realm.users().id("manager"));
                        assertThat(event).extracting("details.credential_id").isEqualTo(key.id());
                        assertThat(event).extracting("details.api_key_client").isEqualTo(CLIENT);
                    });
        }
    }
}
