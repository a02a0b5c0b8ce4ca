package dev.apikeys.it.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * At Keycloak's own resources a token can do what its subject can, whatever roles it names: a token made from a key must
 * not gain by it what the key does not carry.
 */
class KeycloakItselfIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void allowManyKeysAndExchange() {
        Keys.allowMany(realm);
        new KeyTokens(realm).allowExchange("demo-api");
    }

    private NewKey alices(String... scopes) {
        return keys.create(Map.of("userId", realm.users().id("alice"), "scopes", List.of(scopes)));
    }

    @Nested
    class TheAccountApi {

        @Test
        void isOpenToALogin() {
            String token = realm.tokens().password("alice", "alice");

            assertThat(account(token)).isEqualTo(200);
        }

        @Test
        void isShutToATokenOfAPersonalKeyWhetherTheKeyIsGoodOrNot() {
            NewKey key = alices("calls:read");
            String token = tokens.exchanged(key);
            assertThat(account(token)).isEqualTo(401);

            keys.act(key, "revoke");

            assertThat(account(token)).isEqualTo(401);
        }

        private int account(String token) {
            return given().header("Authorization", "Bearer " + token)
                    .accept("application/json")
                    .get(realm.realmUrl("/account"))
                    .statusCode();
        }
    }

    @Nested
    class TheUserInfoEndpoint {

        @Test
        void isShutToATokenOfAKey() {
            assertThat(given().header("Authorization", "Bearer " + tokens.exchanged(alices("calls:read", "profile")))
                            .get(realm.realmUrl("/protocol/openid-connect/userinfo"))
                            .statusCode())
                    .isIn(401, 403);
        }
    }

    @Nested
    class StockTokenExchange {

        private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

        @Test
        void makesOfATokenOfAClientSecretOneOfTheRequester() {
            String token = exchange(
                            realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access_token");

            assertThat(KeyTokens.claims(token).getString("azp")).isEqualTo("demo-api");
        }

        @Test
        void makesNothingOfATokenOfAKey() {
            for (String token : List.of(tokens.token(keys.create()), tokens.exchanged(alices("calls:read")))) {
                KeyTokens.isNotExchanged(exchange(token));
            }
        }

        private Response exchange(String token) {
            return tokens.exchange(token, Map.of("subject_token_type", ACCESS_TOKEN));
        }
    }

    @Nested
    class UserManagedAccess {

        @BeforeAll
        static void makeAResourceServer() {
            realm.clients()
                    .create(Map.of(
                            "clientId", "uma-api",
                            "serviceAccountsEnabled", true,
                            "authorizationServicesEnabled", true));
            String authorization = realm.clients().member("uma-api") + "/authz/resource-server";
            realm.admin()
                    .body(Map.of("name", "anything"))
                    .post(authorization + "/resource")
                    .then()
                    .statusCode(201);
            realm.admin()
                    .body(Map.of(
                            "name",
                            "our clients",
                            "clients",
                            List.of(realm.clients().id("shop-backend"))))
                    .post(authorization + "/policy/client")
                    .then()
                    .statusCode(201);
            realm.admin()
                    .body(Map.of(
                            "name", "everything for our clients",
                            "resources", List.of("anything"),
                            "policies", List.of("our clients")))
                    .post(authorization + "/permission/resource")
                    .then()
                    .statusCode(201);
        }

        @Test
        void upgradesATokenOfAClientSecret() {
            upgrade(realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read"))
                    .then()
                    .statusCode(200);
        }

        @Test
        void doesNotUpgradeATokenOfAKeyToOneThatIsNeitherLimitedNorTiedToIt() {
            for (String token : List.of(tokens.token(keys.create()), tokens.exchanged(alices("calls:read")))) {
                Response answer = upgrade(token);

                assertThat(answer.statusCode()).as(answer.asString()).isBetween(400, 403);
            }
        }

        @Test
        void doesNotAnswerWhatATokenOfAKeyIsPermitted() {
            assertThat(upgrade(tokens.token(keys.create()), Map.of("response_mode", "decision"))
                            .statusCode())
                    .isBetween(400, 403);
        }

        private Response upgrade(String token) {
            return upgrade(token, Map.of());
        }

        private Response upgrade(String token, Map<String, String> more) {
            return given().header("Authorization", "Bearer " + token)
                    .formParam("grant_type", "urn:ietf:params:oauth:grant-type:uma-ticket")
                    .formParam("audience", "uma-api")
                    .formParams(more)
                    .post(realm.realmUrl("/protocol/openid-connect/token"));
        }
    }
}
