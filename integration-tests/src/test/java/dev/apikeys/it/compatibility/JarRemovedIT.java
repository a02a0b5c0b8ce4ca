package dev.apikeys.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.tokens.KeyTokens;
import dev.apikeys.it.tokens.Presentation;
import dev.apikeys.server.Database;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.LoopbackPorts;
import dev.apikeys.server.ServerOptions;
import dev.apikeys.server.Workspace;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that had the jar starts without it, with it again, and in the end without it for good. */
class JarRemovedIT {

    private static final String SECRET = "shop-backend-secret";
    private static final String ISSUER = "http://127.0.0.1:" + LoopbackPorts.free();
    private static final Path UNINSTALL = Workspace.current().realms().resolveSibling("docs/uninstall.sql");

    @Test
    void takesNothingWithItThatIsNotThereAgainWithTheJarAndGoesForGoodOnRequest(@TempDir Path directory)
            throws IOException, SQLException {
        Database database = LastingDatabase.create("removal", directory);
        ServerOptions withJar = options("it-jar", database);
        ServerOptions withoutJar = options("it-no-jar", database).withoutProvider();
        Inventory inventory = new Inventory(Instant.now());
        TestRealm realm;
        KeysInUse keys;
        Doomed doomed;
        String login;
        Map<String, @Nullable Object> keysBefore;
        Map<String, @Nullable Object> restBefore;

        try (KeycloakServer first = KeycloakServer.start(withJar)) {
            realm = TestRealm.onServer(first, "demo-realm.json");
            realm.importNow();
            createClientWithKeysOnly(realm);
            keys = KeysInUse.make(realm);
            keys.doTheirWork(realm);
            login = refreshToken(realm);
            inventory.awaitUsage(realm, keys.limited(), 3);
            keysBefore = inventory.ofKeys(realm);
            restBefore = Inventory.ofKeycloak(realm);
            doomed = Doomed.make(realm, first);
        }

        try (KeycloakServer stock = KeycloakServer.start(withoutJar)) {
            TestRealm now = realm.on(stock);
            assertThat(stock.log()).doesNotContain("keycloak-api-keys");
            stockIsAsEver(now, login);
            keysAreNoLongerKnown(now, keys);
            doomed.remove(now, stock);
            assertThat(Inventory.ofKeycloak(now)).isEqualTo(restBefore);
        }

        try (KeycloakServer again = KeycloakServer.start(withJar)) {
            TestRealm now = realm.on(again);
            doomed.areOutOfUse(now);
            assertThat(inventory.ofKeys(now)).isEqualTo(keysBefore);
            stockIsAsEver(now, login);
            keys.doTheirWork(now);
            keys.canBeChanged(now);
        }

        try (Tables tables = Tables.of(database)) {
            assertThat(tables.names("API_KEY")).hasSizeGreaterThan(4);
            assertThat(tables.count("API_KEY WHERE REALM_ID NOT IN (SELECT ID FROM REALM)"))
                    .isEqualTo(1);
            tables.run(UNINSTALL);
            assertThat(tables.names("API_KEY", "DATABASECHANGELOG_API")).isEmpty();
        }

        try (KeycloakServer stock = KeycloakServer.start(withoutJar)) {
            TestRealm now = realm.on(stock);
            stockIsAsEver(now, login);
            nothingIsLeft(now);
        }
    }

    private static ServerOptions options(String name, Database database) {
        return ServerOptions.named(name)
                .withDatabase(database)
                .withStartOption("hostname", ISSUER)
                .withStartOption("hostname-backchannel-dynamic", "false");
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

    private static String refreshToken(TestRealm realm) {
        Response login = realm.tokens()
                .request(Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", "alice", "password", "alice"));
        return login.then().statusCode(200).extract().path("refresh_token");
    }

    private static void stockIsAsEver(TestRealm realm, String login) {
        KeyTokens tokens = new KeyTokens(realm);
        for (Presentation presentation : List.of(Presentation.BASIC, Presentation.FORM)) {
            tokens.request(presentation, SECRET).then().statusCode(200).body("access_token", notNullValue());
            tokens.request(presentation, "wrong").then().statusCode(401);
        }
        String token = realm.tokens().clientCredentials("shop-backend", SECRET, "calls:read");
        realm.introspect("demo-api", "demo-api-secret", token).then().body("active", equalTo(true));
        realm.tokens()
                .request(Map.of("grant_type", "refresh_token", "client_id", "admin-cli", "refresh_token", login))
                .then()
                .statusCode(200);
        realm.admin().get(realm.adminUrl("/admin-events")).then().statusCode(200);
        realm.admin()
                .get(realm.adminUrl("").replace("/realms/" + realm.name(), "/" + realm.name() + "/console/"))
                .then()
                .statusCode(200);
    }

    private static void keysAreNoLongerKnown(TestRealm realm, KeysInUse keys) {
        KeyTokens tokens = new KeyTokens(realm);
        tokens.request(Presentation.BASIC, keys.plain().value()).then().statusCode(401);
        realm.introspect("demo-api", "demo-api-secret", keys.plain().value())
                .then()
                .statusCode(200)
                .body("", equalTo(Map.of("active", false)));
        realm.admin().get(realm.adminUrl("/api-keys")).then().statusCode(404);
        tokens.request(Presentation.BASIC, "keys-only", "keys-only-secret", Map.of())
                .then()
                .statusCode(401);
    }

    private static void nothingIsLeft(TestRealm realm) {
        Map<String, @Nullable Object> rest = Inventory.ofKeycloak(realm);
        assertThat(rest.toString()).contains("shop-backend").doesNotContain("api-keys");
        realm.clients().update("keys-only", client -> {
            assertThat(client).containsEntry("clientAuthenticatorType", "client-secret");
            client.put("description", "a client like any other");
        });
        new KeyTokens(realm)
                .request(Presentation.BASIC, "keys-only", "keys-only-secret", Map.of())
                .then()
                .statusCode(200);
        realm.users().delete("alice");
        realm.clients().delete("shop-backend");
        realm.clientScopes().delete("contact-manager");
        realm.admin().delete(realm.adminUrl("")).then().statusCode(204);
    }
}
