package dev.apikeys.it.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.tokens.KeyTokens;
import dev.apikeys.it.tokens.Presentation;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which tokens open the account API: those that open Keycloak's own, and never a key or a token made from one. */
class AccountAuthenticationIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String ORIGIN = "https://app.example.com";

    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void makeClients() {
        Keys.allowMany(realm);
        new KeyTokens(realm).allowExchange("demo-api");
        realm.clients().create(publicClient("portal", true));
        realm.clients().create(publicClient("narrow", false));
        new People(realm).create("leaver");
    }

    private static Map<String, Object> publicClient(String clientId, boolean fullScope) {
        return Map.of(
                "clientId",
                clientId,
                "publicClient",
                true,
                "directAccessGrantsEnabled",
                true,
                "standardFlowEnabled",
                false,
                "fullScopeAllowed",
                fullScope,
                "webOrigins",
                List.of(ORIGIN));
    }

    private Response login(String clientId, String username) {
        return realm.tokens()
                .request(Map.of(
                        "grant_type", "password", "client_id", clientId, "username", username, "password", username));
    }

    private String token(String clientId) {
        return login(clientId, "alice").then().statusCode(200).extract().path("access_token");
    }

    private Response list(String token) {
        return realm.bearer(token).get(realm.realmUrl("/api-keys/account"));
    }

    private Response create(String token) {
        return realm.bearer(token).body(AccountApi.key()).post(realm.realmUrl("/api-keys/account"));
    }

    @Nested
    class ATokenOfALogin {

        @Test
        void opensItThroughAnyClientThatMayAskForTheAccount() {
            list(token("portal")).then().statusCode(200);
            list(token("admin-cli")).then().statusCode(200);
            create(token("portal")).then().statusCode(201);
        }

        @Test
        void doesNotWhenItIsMeantForSomebodyElse() {
            list(token("narrow")).then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"));
            create(token("narrow")).then().statusCode(401);
        }

        @Test
        void doesNotOnceTheUserHasLoggedOut() {
            Response login = login("portal", "alice");
            String token = login.path("access_token");
            list(token).then().statusCode(200);

            given().formParam("client_id", "portal")
                    .formParam("refresh_token", login.<String>path("refresh_token"))
                    .post(realm.realmUrl("/protocol/openid-connect/logout"))
                    .then()
                    .statusCode(204);

            list(token).then().statusCode(401);
            create(token).then().statusCode(401);
        }

        @Test
        void doesNotOnceAnAdministratorHasEndedTheSession() {
            String token = login("portal", "leaver").path("access_token");
            list(token).then().statusCode(200);

            realm.admin()
                    .post(realm.users().member("leaver") + "/logout")
                    .then()
                    .statusCode(204);

            list(token).then().statusCode(401);
        }

        @Test
        void doesNotWhileTheUserIsDisabled() {
            String token = login("portal", "leaver").path("access_token");
            realm.users().update("leaver", user -> user.put("enabled", false));
            try {
                list(token).then().statusCode(401);
            } finally {
                realm.users().update("leaver", user -> user.put("enabled", true));
            }
        }

        @Test
        void doesNotWhileTheAccountClientIsDisabled() {
            String token = token("portal");
            realm.clients().update("account", client -> client.put("enabled", false));
            try {
                list(token).then().statusCode(404);
            } finally {
                realm.clients().update("account", client -> client.put("enabled", true));
            }
        }

        @Test
        void doesNotWhileTheRealmIsSwitchedOff() {
            TestRealm off = TestRealm.fromDemo();
            off.whileImported(() -> {
                String token = off.tokens().password("alice", "alice");
                off.bearer(token).get(off.realmUrl("/api-keys/account")).then().statusCode(200);
                off.admin()
                        .body(Map.of("enabled", false))
                        .put(off.adminUrl(""))
                        .then()
                        .statusCode(204);
                off.bearer(token).get(off.realmUrl("/api-keys/account")).then().statusCode(404);
            });
        }

        @Test
        void doesNotAsACookieOrAParameter() {
            String token = token("portal");
            given().cookie("KEYCLOAK_IDENTITY", token)
                    .cookie("KEYCLOAK_SESSION", token)
                    .queryParam("access_token", token)
                    .get(realm.realmUrl("/api-keys/account"))
                    .then()
                    .statusCode(401);
        }
    }

    @Nested
    class AServiceAccount {

        @Test
        void isNotLetInWhateverItsRoles() {
            realm.clients().update("shop-backend", client -> client.put("fullScopeAllowed", true));
            String token = realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "roles");

            list(token).then().statusCode(401);
            create(token).then().statusCode(401);
        }
    }

    @Nested
    class AKey {

        private final NewKey personal = AccountApi.of(realm, "alice").created(AccountApi.keyWithFullAccess());

        @Test
        void doesNotMakeKeys() {
            for (String header : List.of("Bearer ", "ApiKey ")) {
                given().header("Authorization", header + personal.value())
                        .get(realm.realmUrl("/api-keys/account"))
                        .then()
                        .statusCode(401);
            }
            given().header("X-API-Key", personal.value())
                    .get(realm.realmUrl("/api-keys/account"))
                    .then()
                    .statusCode(401);
            create(personal.value()).then().statusCode(401);
        }

        @Test
        void doesNotMakeKeysByATokenThatWasMadeFromIt() {
            String exchanged = tokens.exchange(personal.value(), Map.of())
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access_token");
            list(exchanged).then().statusCode(401);
            create(exchanged).then().statusCode(401);

            String ofClient = tokens.request(
                            Presentation.FORM, new Keys(realm).create().value())
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access_token");
            list(ofClient).then().statusCode(401);
        }
    }

    @Nested
    class AScriptInABrowser {

        @Test
        void isAllowedFromTheOriginsOfItsClient() {
            realm.bearer(token("portal"))
                    .header("Origin", ORIGIN)
                    .get(realm.realmUrl("/api-keys/account"))
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", equalTo(ORIGIN))
                    .header("Access-Control-Expose-Headers", containsString("WWW-Authenticate"));
        }

        @Test
        void isNotAllowedFromAnyOtherOrigin() {
            realm.bearer(token("portal"))
                    .header("Origin", "https://evil.example.com")
                    .body(AccountApi.keyWith("name", "From elsewhere"))
                    .post(realm.realmUrl("/api-keys/account"))
                    .then()
                    .statusCode(403)
                    .header("Access-Control-Allow-Origin", nullValue());
            assertThat(AccountApi.of(realm, "alice")
                            .count(Map.of("search", "From elsewhere"))
                            .asString())
                    .isEqualTo("0");
        }

        @Test
        void mayAskBeforehandWithoutAToken() {
            for (String path : List.of("", "/count", "/00000000-0000-4000-8000-000000000000/rotate")) {
                given().header("Origin", ORIGIN)
                        .header("Access-Control-Request-Method", "POST")
                        .options(realm.realmUrl("/api-keys/account" + path))
                        .then()
                        .statusCode(200)
                        .header("Access-Control-Allow-Origin", equalTo(ORIGIN))
                        .header("Access-Control-Allow-Headers", containsString("Authorization"));
            }
        }
    }
}
