package dev.apikeys.it.tokens;

import static io.restassured.RestAssured.given;

import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExploreIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @Test
    void realmNames() {
        for (String name : List.of("my realm", "réalm", "a.b", "x;y=1")) {
            String base = SharedKeycloak.server().url();
            explore(base, name, realm);
        }
    }

    @Test
    void relativePath() {
        try (KeycloakServer server =
                KeycloakServer.start(ServerOptions.named("it-rel").withBuildOption("http-relative-path", "/auth"))) {
            String base = server.url() + "/auth";
            String token = given().formParams(Map.of(
                            "grant_type",
                            "password",
                            "client_id",
                            "admin-cli",
                            "username",
                            "admin",
                            "password",
                            "admin"))
                    .post(base + "/realms/master/protocol/openid-connect/token")
                    .path("access_token");
            System.out.println("EXPLORE token " + (token != null));
            exploreWith(base, "rel", token);
        }
    }

    private static void explore(String base, String name, TestRealm realm) {
        String auth = given().formParams(Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "admin"))
                .post(base + "/realms/master/protocol/openid-connect/token")
                .path("access_token");
        exploreWith(base, name, auth);
        realm.name();
    }

    private static void exploreWith(String base, String name, String auth) {
        Response made = given().header("Authorization", "Bearer " + auth)
                .contentType("application/json")
                .body(Map.of(
                        "realm",
                        name,
                        "enabled",
                        true,
                        "sslRequired",
                        "none",
                        "clientScopes",
                        List.of(Map.of("name", "calls:read", "protocol", "openid-connect")),
                        "clients",
                        List.of(Map.of(
                                "clientId",
                                "shop",
                                "secret",
                                "s",
                                "serviceAccountsEnabled",
                                true,
                                "attributes",
                                Map.of("api-keys.enabled", "true"),
                                "optionalClientScopes",
                                List.of("calls:read")))))
                .post(base + "/admin/realms");
        System.out.println("EXPLORE " + name + " create " + made.statusCode() + " " + made.asString());
        if (made.statusCode() != 201) return;
        String auth2 = given().formParams(Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "admin"))
                .post(base + "/realms/master/protocol/openid-connect/token")
                .path("access_token");
        Response key = given().header("Authorization", "Bearer " + auth2)
                .contentType("application/json")
                .pathParam("realm", name)
                .body(Map.of("name", "k", "clientId", "shop", "scopes", List.of("calls:read")))
                .post(base + "/admin/realms/{realm}/api-keys");
        System.out.println("EXPLORE " + name + " key " + key.statusCode() + " " + key.asString());
        for (String suffix : List.of("", "/")) {
            Response token = given().pathParam("realm", name)
                    .header("X-API-Key", key.<String>path("key"))
                    .formParam("grant_type", "client_credentials")
                    .post(base + "/realms/{realm}/protocol/openid-connect/token" + suffix);
            System.out.println(
                    "EXPLORE " + name + " token" + suffix + " " + token.statusCode() + " " + token.asString());
        }
        for (String path : List.of(
                "/realms/{realm}/protocol/openid-connect/token;x=1",
                "/realms/{realm};x/protocol/openid-connect/token",
                "//realms/{realm}/protocol/openid-connect/token",
                "/realms/{realm}/protocol/openid-connect/token;/introspect",
                "/realms/{realm}/protocol/openid-connect/token/introspect;x=1",
                "/realms/{realm}/protocol/openid-connect/token/introspect/../../token")) {
            Response token = given().urlEncodingEnabled(false)
                    .pathParam("realm", name.replace(" ", "%20").replace("é", "%C3%A9"))
                    .header("X-API-Key", key.<String>path("key"))
                    .formParam("grant_type", "client_credentials")
                    .formParam("token", "x")
                    .post(base + path);
            System.out.println("EXPLORE " + name + " " + path + " " + token.statusCode() + " " + token.asString());
        }
    }
}
