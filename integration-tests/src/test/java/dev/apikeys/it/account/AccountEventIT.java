package dev.apikeys.it.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users do with their keys leaves the events that Keycloak writes for other credentials. */
class AccountEventIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AccountApi alice = AccountApi.of(realm, "alice");
    private final NewKey key = alice.created(AccountApi.keyWith("name", "Observed"));

    @BeforeAll
    static void makeRoom() {
        Keys.allowMany(realm);
    }

    @BeforeEach
    void forgetEarlierEvents() {
        realm.admin().delete(realm.adminUrl("/events")).then().statusCode(204);
        realm.admin().delete(realm.adminUrl("/admin-events")).then().statusCode(204);
    }

    private static List<Map<String, Object>> events() {
        return realm.admin()
                .get(realm.adminUrl("/events"))
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it.type.contains('CREDENTIAL') }");
    }

    private static void assertEvent(String type, NewKey of, String name, String action) {
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event)
                    .containsEntry("type", type)
                    .containsEntry("clientId", "account")
                    .containsEntry("userId", realm.users().id("alice"))
                    .doesNotContainKey("error");
            assertThat(event)
                    .extracting("details")
                    .isEqualTo(Map.of(
                            "credential_type",
                            "api-key",
                            "api_key_client",
                            "shop-backend",
                            "credential_id",
                            of.id(),
                            "credential_user_label",
                            name,
                            "api_key_action",
                            action));
        });
        assertThat(events().toString()).doesNotContain(of.value(), of.value().substring(8, 14));
    }

    private static void assertError(String error) {
        assertThat(events()).singleElement().satisfies(event -> assertThat(event)
                .containsEntry("type", "UPDATE_CREDENTIAL_ERROR")
                .containsEntry("error", error)
                .extracting("details.credential_type")
                .isEqualTo("api-key"));
    }

    @Nested
    class AChange {

        @Test
        void byCreateIsAnUpdateOfCredentials() {
            NewKey made = alice.created(AccountApi.keyWith("name", "New"));
            assertEvent("UPDATE_CREDENTIAL", made, "New", "create");
        }

        @Test
        void byEditNamesTheKeyAsItIsNow() {
            alice.update(key.id(), Map.of("name", "Renamed")).then().statusCode(200);
            assertEvent("UPDATE_CREDENTIAL", key, "Renamed", "update");
        }

        @ParameterizedTest
        @ValueSource(strings = {"disable", "rotate"})
        void byActionIsAnUpdateOfCredentials(String action) {
            alice.act(key.id(), action).then().statusCode(200);
            assertEvent("UPDATE_CREDENTIAL", key, "Observed", action);
        }

        @Test
        void byRevokeRemovesACredential() {
            alice.act(key.id(), "revoke").then().statusCode(200);
            assertEvent("REMOVE_CREDENTIAL", key, "Observed", "revoke");
        }

        @Test
        void isNoAdminEvent() {
            alice.act(key.id(), "disable").then().statusCode(200);
            alice.act(key.id(), "enable").then().statusCode(200);
            assertThat(realm.admin()
                            .get(realm.adminUrl("/admin-events"))
                            .<List<Object>>path("findAll { it.resourceType == 'API_KEY' }"))
                    .isEmpty();
        }
    }

    @Nested
    class WhatChangesNothing {

        @Test
        void isNoEvent() {
            alice.list(Map.of()).then().statusCode(200);
            alice.read(key.id()).then().statusCode(200);
            alice.read("00000000-0000-4000-8000-000000000000").then().statusCode(404);
            assertThat(events()).isEmpty();
        }

        @Test
        void isAnErrorWhenTheRequestIsWrong() {
            alice.create(AccountApi.keyWith("name", "")).then().statusCode(400);
            assertError("invalid_request");
        }

        @Test
        void isAnErrorWhenTheRequestCannotBeRead() {
            alice.create("{").then().statusCode(400);
            assertError("invalid_request");
            forgetEarlierEvents();
            alice.rotate(key.id(), "[]").then().statusCode(400);
            assertError("invalid_request");
        }

        @Test
        void isAnErrorWhenTheClientIsNotThere() {
            alice.create(AccountApi.keyWith("clientId", "nobody")).then().statusCode(400);
            assertError("invalid_request");
        }

        @Test
        void isAnErrorWhenThePresentStateForbidsIt() {
            alice.act(key.id(), "revoke").then().statusCode(200);
            forgetEarlierEvents();
            alice.act(key.id(), "rotate").then().statusCode(409);
            assertError("not_allowed");
        }

        @Test
        void isAnErrorWhenTheClientDoesNotOfferSelfService() {
            SelfService.offer(realm, "shop-backend", false);
            try {
                alice.act(key.id(), "rotate").then().statusCode(403);
                assertError("not_allowed");
            } finally {
                SelfService.offer(realm, "shop-backend", true);
            }
        }

        @Test
        void isAnErrorWhenTheLoginIsTooOld() {
            realm.setAttribute("api-keys.self-service-max-auth-age", "1");
            try {
                realm.clients()
                        .create(Map.of(
                                "clientId",
                                "silent",
                                "publicClient",
                                true,
                                "directAccessGrantsEnabled",
                                true,
                                "defaultClientScopes",
                                List.of("roles")));
                String token = realm.tokens()
                        .request(Map.of(
                                "grant_type", "password",
                                "client_id", "silent",
                                "username", "alice",
                                "password", "alice"))
                        .path("access_token");
                AccountApi.with(realm, token).create(AccountApi.key()).then().statusCode(401);
                assertError("insufficient_user_authentication");
            } finally {
                realm.setAttribute("api-keys.self-service-max-auth-age", "");
            }
        }
    }
}
