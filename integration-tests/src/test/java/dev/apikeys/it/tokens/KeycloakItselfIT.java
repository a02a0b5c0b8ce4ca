package dev.apikeys.it.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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

    private static final String SERVICE_ACCOUNT = "service-account-shop-backend";

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void makeTheSubjectsAdministrators() {
        Keys.allowMany(realm);
        Roles roles = new Roles(realm);
        roles.giveOfClient(SERVICE_ACCOUNT, "realm-management", "view-clients");
        roles.giveOfClient("alice", "realm-management", "view-clients");
        KeyTokens tokens = new KeyTokens(realm);
        tokens.allowExchange("demo-api");
        tokens.setAttribute("demo-api", "client.introspection.response.allow.jwt.claim.enabled", "true");
    }

    private int adminApi(String token) {
        return realm.bearer(token).get(realm.adminUrl("/clients")).statusCode();
    }

    private NewKey alices(String... scopes) {
        return keys.create(Map.of("userId", realm.users().id("alice"), "scopes", List.of(scopes)));
    }

    @Nested
    class TheAdminApi {

        @Test
        void isOpenToTheServiceAccountByItsClientSecret() {
            String token = realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read");

            assertThat(adminApi(token)).isEqualTo(200);
        }

        @Test
        void isShutToATokenOfAKeyThatDoesNotCarryTheRoles() {
            assertThat(adminApi(tokens.token(keys.create()))).isIn(401, 403);
            assertThat(adminApi(tokens.exchanged(keys.create()))).isIn(401, 403);
            assertThat(adminApi(tokens.exchanged(alices("calls:read")))).isIn(401, 403);
        }

        @Test
        void isShutToTheJwtOfAnIntrospectionAnswer() {
            assertThat(adminApi(introspectedJwt(keys.create()))).isIn(401, 403);
        }

        @Test
        void isShutToAKeyItself() {
            assertThat(adminApi(keys.create().value())).isEqualTo(401);
        }

        @Test
        void isOpenToAKeyThatCarriesTheScopeWithTheRoles() {
            assertThat(adminApi(tokens.token(keys.create(Map.of("scopes", List.of("calls:read", "roles"))))))
                    .isEqualTo(200);
            assertThat(adminApi(tokens.exchanged(alices("calls:read", "roles"))))
                    .isEqualTo(200);
        }

        private String introspectedJwt(NewKey key) {
            return keys.introspectAccepting("application/jwt", key)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("jwt");
        }
    }

    @Nested
    class WithLightweightTokens {

        private static final String LIGHTWEIGHT = "client.use.lightweight.access.token.enabled";

        @BeforeEach
        void makeLightweight() {
            tokens.setAttribute("shop-backend", LIGHTWEIGHT, "true");
            tokens.setAttribute("demo-api", LIGHTWEIGHT, "true");
        }

        @AfterEach
        void restore() {
            tokens.setAttribute("shop-backend", LIGHTWEIGHT, "false");
            tokens.setAttribute("demo-api", LIGHTWEIGHT, "false");
        }

        @Test
        void theAdminApiIsShutAllTheSame() {
            assertThat(adminApi(tokens.token(keys.create()))).isIn(401, 403);
            assertThat(adminApi(tokens.exchanged(alices("calls:read")))).isIn(401, 403);
        }

        @Test
        void introspectionSaysWhatTheKeyCarriesAndEndsWithTheKey() {
            NewKey key = keys.create();
            String token = tokens.token(key);
            Response answer = tokens.introspect(token);
            answer.then().body("active", equalTo(true)).body("scope", equalTo("calls:read"));
            assertThat(answer.<List<String>>path("realm_access.roles")).isNullOrEmpty();

            keys.act(key, "revoke");

            tokens.introspect(token).then().body("", equalTo(Map.of("active", false)));
        }
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
    class ClientRegistration {

        @BeforeAll
        static void allowTheServiceAccount() {
            new Roles(realm).giveOfClient(SERVICE_ACCOUNT, "realm-management", "create-client");
        }

        @Test
        void isOpenToTheServiceAccountByItsClientSecret() {
            assertThat(register(realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read")))
                    .isEqualTo(201);
        }

        @Test
        void isShutToATokenOfAKeyThatDoesNotCarryTheRoles() {
            assertThat(register(tokens.token(keys.create()))).isIn(401, 403);
        }

        private int register(String token) {
            return realm.bearer(token)
                    .body(Map.of("clientId", "registered-" + UUID.randomUUID()))
                    .post(realm.realmUrl("/clients-registrations/default"))
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
        void answersWhetherATokenOfAKeyIsPermittedSomething() {
            upgrade(tokens.token(keys.create()), Map.of("response_mode", "decision"))
                    .then()
                    .statusCode(200)
                    .body("result", equalTo(true))
                    .body("size()", equalTo(1));
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
