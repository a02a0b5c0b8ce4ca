package dev.apikeys.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.apikeys.it.spring.SpringResourceServer;
import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every other integration test takes for granted: the server, the demo realm and stock introspection. */
class FixtureIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @Nested
    class TheServer {

        @Test
        void isReadyOnTheDatabaseUnderTest() {
            given().get(SharedKeycloak.server().managementUrl().resolve("/health/ready"))
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"));
            Map<String, String> drivers =
                    Map.of("h2", "jdbc-h2", "postgres", "jdbc-postgresql", "mariadb", "jdbc-mariadb");
            assertThat(SharedKeycloak.server().log()).contains(drivers.get(System.getProperty("database", "h2")));
        }

        @Test
        void listensOnLoopbackOnly() {
            assertThat(SharedKeycloak.server().url()).startsWith("http://127.0.0.1:");
            assertThat(SharedKeycloak.server().managementUrl().getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Nested
    class TheDemoRealm {

        @Test
        void hasTheBuiltInClientScopesBesideItsOwn() {
            List<String> names = realm.admin()
                    .get(realm.adminUrl("/client-scopes"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("name");
            assertThat(names)
                    .contains(
                            "acr",
                            "address",
                            "basic",
                            "email",
                            "microprofile-jwt",
                            "offline_access",
                            "organization",
                            "phone",
                            "profile",
                            "roles",
                            "service_account",
                            "web-origins")
                    .contains("calls:read", "calls:write", "contacts:read", "contacts:write")
                    .doesNotHaveDuplicates();
        }

        @ParameterizedTest
        @ValueSource(strings = {"account-console", "admin-cli", "security-admin-console", "shop-backend", "demo-api"})
        void assignsTheBuiltInScopesToItsClients(String clientId) {
            realm.admin()
                    .get(realm.clients().member(clientId) + "/default-client-scopes")
                    .then()
                    .statusCode(200)
                    .body("name", hasItems("acr", "basic", "email", "profile", "roles", "web-origins"));
            realm.admin()
                    .get(realm.clients().member(clientId) + "/optional-client-scopes")
                    .then()
                    .statusCode(200)
                    .body("name", hasItems("address", "microprofile-jwt", "offline_access", "organization", "phone"));
        }

        @Test
        void assignsTheScopesOfTheDemoOnlyToTheShop() {
            realm.admin()
                    .get(realm.clients().member("shop-backend") + "/optional-client-scopes")
                    .then()
                    .body("name", hasItems("calls:read", "calls:write", "contacts:read", "contacts:write"));
            realm.admin()
                    .get(realm.clients().member("demo-api") + "/optional-client-scopes")
                    .then()
                    .body("name.findAll { it.contains(':') }", equalTo(List.of()));
        }

        @ParameterizedTest
        @CsvSource({"alice,403", "query-only,200", "key-viewer,200", "key-admin,200"})
        void letsItsUsersIntoTheAdminApiAsTheirRolesSay(String username, int status) {
            realm.user(username).get(realm.adminUrl("/clients")).then().statusCode(status);
        }

        @Test
        void givesItsUsersTheDefaultRoles() {
            realm.admin()
                    .get(realm.users().member("alice") + "/role-mappings/realm/composite")
                    .then()
                    .statusCode(200)
                    .body("name", hasItems("default-roles-demo", "offline_access", "uma_authorization"));
        }
    }

    @Nested
    class AClientCredentialsToken {

        private final String token =
                realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read");

        @Test
        void isActiveForTheResourceServerInItsAudience() {
            realm.introspect("demo-api", "demo-api-secret", token)
                    .then()
                    .statusCode(200)
                    .body("active", equalTo(true))
                    .body("client_id", equalTo("shop-backend"))
                    .body("aud", hasItem("demo-api"))
                    .body("scope", containsString("calls:read"));
        }

        @Test
        void isInactiveForAnotherResourceServer() {
            realm.introspect("other-api", "other-api-secret", token)
                    .then()
                    .statusCode(200)
                    .body("", aMapWithSize(1))
                    .body("active", equalTo(false));
        }

        @Test
        void opensAnUnmodifiedSpringBootApplication() {
            String introspection = realm.realmUrl("/protocol/openid-connect/token/introspect");
            try (SpringResourceServer api = SpringResourceServer.start(introspection, "demo-api", "demo-api-secret")) {
                realm.bearer(token)
                        .get(api.url("/calls"))
                        .then()
                        .statusCode(200)
                        .body("attributes.client_id", equalTo("shop-backend"))
                        .body("authorities", hasItem("SCOPE_calls:read"));
                realm.bearer("unknown").get(api.url("/calls")).then().statusCode(401);
            }
        }
    }
}
