package dev.apikeys.it.tokens;

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
 * not get that far.
 */
class AdminApiIT {

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
        realm.clients().setAttribute("demo-api", "client.introspection.response.allow.jwt.claim.enabled", "true");
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
        void isShutEvenToATokenOfAKeyThatCarriesTheScopeWithTheRoles() {
            assertThat(adminApi(tokens.token(keys.create(Map.of("scopes", List.of("calls:read", "roles"))))))
                    .isEqualTo(401);
            assertThat(adminApi(tokens.exchanged(alices("calls:read", "roles"))))
                    .isEqualTo(401);
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
            realm.clients().setAttribute("shop-backend", LIGHTWEIGHT, "true");
            realm.clients().setAttribute("demo-api", LIGHTWEIGHT, "true");
        }

        @AfterEach
        void restore() {
            realm.clients().setAttribute("shop-backend", LIGHTWEIGHT, "false");
            realm.clients().setAttribute("demo-api", LIGHTWEIGHT, "false");
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
}
