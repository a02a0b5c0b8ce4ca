package dev.apikeys.it.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that had the jar, made clients and keys with it, and then starts without it on the same database. */
class JarRemovedIT {

    private static final String SECRET = "shop-backend-secret";

    @Test
    void leavesEveryClientWorkingThatHasAnotherMethod(@TempDir Path directory) {
        TestRealm realm;
        NewKey key;
        try (KeycloakServer withJar = KeycloakServer.start(options("it-removal", directory))) {
            realm = TestRealm.onServer(withJar, "demo-realm.json");
            realm.importNow();
            key = new Keys(realm).create();
            createClientWithKeysOnly(realm);
            new KeyTokens(realm).request(Presentation.BASIC, key.value()).then().statusCode(200);
        }

        try (KeycloakServer withoutJar =
                KeycloakServer.start(options("it-stock", directory).withoutProvider())) {
            assertThat(withoutJar.log()).doesNotContain("keycloak-api-keys");
            stockIsAsEver(realm.on(withoutJar));
            keysAreNoLongerKnown(realm.on(withoutJar), key);
            everythingCanBeRemoved(realm.on(withoutJar));
        }
    }

    private static ServerOptions options(String name, Path directory) {
        return ServerOptions.named(name)
                .withStartOption(
                        "db-url",
                        "jdbc:h2:file:" + directory.resolve("keycloakdb").toAbsolutePath()
                                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0");
    }

    private static void createClientWithKeysOnly(TestRealm realm) {
        realm.clients()
                .create(Map.of(
                        "clientId",
                        "keys-only",
                        "secret",
                        "keys-only-secret",
                        "clientAuthenticatorType",
                        "client-api-key",
                        "serviceAccountsEnabled",
                        true,
                        "attributes",
                        Map.of("api-keys.enabled", "true"),
                        "optionalClientScopes",
                        List.of("calls:read")));
        new Keys(realm).create(Map.of("clientId", "keys-only"));
    }

    private static void stockIsAsEver(TestRealm realm) {
        KeyTokens tokens = new KeyTokens(realm);
        for (Presentation presentation : List.of(Presentation.BASIC, Presentation.FORM)) {
            tokens.request(presentation, SECRET).then().statusCode(200).body("access_token", notNullValue());
            tokens.request(presentation, "wrong").then().statusCode(401);
        }
        String token = realm.tokens().clientCredentials("shop-backend", SECRET, "calls:read");
        realm.introspect("demo-api", "demo-api-secret", token).then().body("active", equalTo(true));
        assertThat(realm.tokens().password("alice", "alice")).isNotEmpty();
        realm.admin().get(realm.adminUrl("/clients")).then().statusCode(200);
    }

    private static void keysAreNoLongerKnown(TestRealm realm, NewKey key) {
        KeyTokens tokens = new KeyTokens(realm);
        tokens.request(Presentation.BASIC, key.value()).then().statusCode(401);
        realm.introspect("demo-api", "demo-api-secret", key.value())
                .then()
                .statusCode(200)
                .body("", equalTo(Map.of("active", false)));
        realm.admin().get(realm.adminUrl("/api-keys")).then().statusCode(404);
        tokens.request(Presentation.BASIC, "keys-only", "keys-only-secret", Map.of())
                .then()
                .statusCode(401);
        realm.clients().update("keys-only", client -> client.put("clientAuthenticatorType", "client-secret"));
        tokens.request(Presentation.BASIC, "keys-only", "keys-only-secret", Map.of())
                .then()
                .statusCode(200);
    }

    /** The keys' own tables stay behind; nothing in Keycloak's refers to them. */
    private static void everythingCanBeRemoved(TestRealm realm) {
        realm.clients().delete("keys-only");
        realm.users().delete("alice");
        realm.clientScopes().delete("calls:read");
        realm.admin().delete(realm.adminUrl("")).then().statusCode(204);
        given().get(realm.realmUrl("")).then().statusCode(404);
    }
}
