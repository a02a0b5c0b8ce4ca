package dev.apikeys.it.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The client of the page: who may have it made, and what it can do. */
class UiClientIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static Response create(RequestSpecification caller) {
        return caller.post(realm.adminUrl("/api-keys/ui-client"));
    }

    @Nested
    class IsNotMade {

        @Test
        void byAnybodyWhoMayNotManageTheClientsOfTheRealm() {
            create(given()).then().statusCode(401);
            create(realm.user("alice")).then().statusCode(403);
            create(realm.user("key-viewer")).then().statusCode(403);
            TestRealm other = TestRealm.fromDemo();
            other.whileImported(() -> create(other.user("key-admin")).then().statusCode(403));
            assertThat(clients()).isEmpty();
        }

        private List<String> clients() {
            return realm.admin()
                    .queryParam("clientId", "api-keys-ui")
                    .get(realm.adminUrl("/clients"))
                    .path("id");
        }
    }

    @Nested
    class IsMade {

        private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

        private final TestRealm own = TestRealm.fromDemo();

        @Test
        void onceAndAsRestrictedAsThePageAllows() {
            own.whileImported(() -> {
                String page = own.realmUrl("/api-keys/ui");
                Response created = own.user("key-admin").post(own.adminUrl("/api-keys/ui-client"));
                created.then()
                        .statusCode(201)
                        .body("clientId", equalTo("api-keys-ui"))
                        .body("url", equalTo(page));
                assertClient(created.header("Location"));
                assertLogins(page);
                own.user("key-admin")
                        .post(own.adminUrl("/api-keys/ui-client"))
                        .then()
                        .statusCode(409)
                        .body("errorMessage", containsString("api-keys-ui"));
                own.admin()
                        .queryParam("resourceTypes", "CLIENT")
                        .get(own.adminUrl("/admin-events"))
                        .then()
                        .body("operationType", contains("CREATE"))
                        .body(
                                "resourcePath",
                                contains("clients/" + own.clients().id("api-keys-ui")));
            });
        }

        private void assertClient(String address) {
            own.admin()
                    .get(address)
                    .then()
                    .statusCode(200)
                    .body("publicClient", equalTo(true))
                    .body("standardFlowEnabled", equalTo(true))
                    .body("implicitFlowEnabled", equalTo(false))
                    .body("directAccessGrantsEnabled", equalTo(false))
                    .body("serviceAccountsEnabled", equalTo(false))
                    .body("fullScopeAllowed", equalTo(false))
                    .body("redirectUris", contains("/realms/" + own.name() + "/api-keys/ui"))
                    .body("attributes.'pkce.code.challenge.method'", equalTo("S256"))
                    .body("defaultClientScopes", empty())
                    .body("optionalClientScopes", empty());
            own.admin()
                    .get(address + "/scope-mappings/clients/" + own.clients().id("realm-management"))
                    .then()
                    .body("name", hasItem("manage-clients"))
                    .body("findAll { it.name in ['realm-admin', 'manage-users', 'create-client'] }", empty());
        }

        /** Only with a challenge, and only back to the page. */
        private void assertLogins(String page) {
            assertThat(authorize(Map.of(
                                    "redirect_uri", page, "code_challenge", CHALLENGE, "code_challenge_method", "S256"))
                            .asString())
                    .contains("kc-login");
            authorize(Map.of("redirect_uri", page)).then().statusCode(302).header("Location", containsString("error="));
            authorize(Map.of("redirect_uri", page + "/x", "code_challenge", CHALLENGE, "code_challenge_method", "S256"))
                    .then()
                    .statusCode(400);
            own.tokens()
                    .request(Map.of(
                            "grant_type", "password",
                            "client_id", "api-keys-ui",
                            "username", "key-admin",
                            "password", "key-admin"))
                    .then()
                    .statusCode(400)
                    .body("error", equalTo("unauthorized_client"));
        }

        private Response authorize(Map<String, String> query) {
            return given().redirects()
                    .follow(false)
                    .queryParams(Map.of("client_id", "api-keys-ui", "response_type", "code", "scope", "openid"))
                    .queryParams(query)
                    .get(own.realmUrl("/protocol/openid-connect/auth"));
        }
    }
}
