package dev.apikeys.it.check;

import static dev.apikeys.it.check.Checks.isRefused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node remembers of clients, subjects and gateways never outlives the change of one of them. */
class RememberedIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);
    private final ShopScopes scopes = new ShopScopes(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"realm-cache", "user-cache"})
    void isReadAgainAfterKeycloaksCachesWereEmptied(String cache) {
        NewKey key = remembered(keys.create());

        realm.admin().post(realm.adminUrl("/clear-" + cache)).then().statusCode(204);

        checks.ask(key).then().statusCode(200);
    }

    @Nested
    class TheClientOfTheKey {

        @Test
        void isDisabledAndEnabled() {
            NewKey key = remembered(keys.create());

            realm.clients().update("shop-backend", client -> client.put("enabled", false));
            isRefused(checks.ask(key), 401, "client_disabled");
            isRefused(checks.ask(key), 401, "client_disabled");
            realm.clients().update("shop-backend", client -> client.put("enabled", true));
            checks.ask(key).then().statusCode(200);
        }

        @Test
        void mayHaveNoKeysAnyMore() {
            NewKey key = remembered(keys.create());

            realm.clients().setAttribute("shop-backend", "api-keys.enabled", "false");
            isRefused(checks.ask(key), 401, "client_disabled");
            realm.clients().setAttribute("shop-backend", "api-keys.enabled", "true");
        }

        @Test
        void losesAScope() {
            scopes.create("drafts:read");
            scopes.assign("drafts:read");
            NewKey key = remembered(keys.create(Map.of("scopes", List.of("calls:read", "drafts:read"))));
            checks.ask(key, Map.of("scope", "drafts:read")).then().statusCode(200);

            scopes.unassign("drafts:read");
            isRefused(checks.ask(key, Map.of("scope", "drafts:read")), 403, "insufficient_scope");
        }

        @Test
        void losesWhatAGroupIncluded() {
            scopes.create("notes:read");
            scopes.assign("notes:read");
            scopes.group("note-keeper", "notes:read", "calls:read");
            NewKey key = remembered(keys.create(Map.of("scopes", List.of(), "scopeGroups", List.of("note-keeper"))));
            checks.ask(key, Map.of("scope", "notes:read")).then().statusCode(200);

            scopes.regroup("note-keeper", "calls:read");
            isRefused(checks.ask(key, Map.of("scope", "notes:read")), 403, "insufficient_scope");
        }
    }

    @Nested
    class TheUserOfTheKey {

        @Test
        void isDisabled() {
            realm.users().create(Map.of("username", "mallory", "enabled", true));
            NewKey key = remembered(keys.create(Map.of("userId", realm.users().id("mallory"))));

            realm.users().update("mallory", user -> user.put("enabled", false));
            isRefused(checks.ask(key), 401, "subject_disabled");
        }

        @Test
        void isRemoved() {
            realm.users().create(Map.of("username", "trudy", "enabled", true));
            NewKey key = remembered(keys.create(Map.of("userId", realm.users().id("trudy"))));

            realm.users().delete("trudy");
            isRefused(checks.ask(key), 401, "unauthorized");
        }
    }

    @Test
    void theRealmRevokesAllThatWasMadeBefore() {
        NewKey key = remembered(keys.create());

        notBefore(Instant.now().plusSeconds(60).getEpochSecond());
        isRefused(checks.ask(key), 401, "key_revoked");
        notBefore(0);
        checks.ask(key).then().statusCode(200);
    }

    @Nested
    class TheGateway {

        private final NewKey key = keys.create();

        @Test
        void getsAnotherSecret() {
            realm.clients().create(gateway("edge-1"));
            answers("edge-1", "old", 200);
            answers("edge-1", "old", 200);

            realm.clients().update("edge-1", client -> client.put("secret", "new"));
            answers("edge-1", "old", 401);
            answers("edge-1", "new", 200);
        }

        @Test
        void isDisabled() {
            realm.clients().create(gateway("edge-2"));
            answers("edge-2", "old", 200);
            answers("edge-2", "old", 200);

            realm.clients().update("edge-2", client -> client.put("enabled", false));
            answers("edge-2", "old", 401);
        }

        @Test
        void getsAnotherMethod() {
            realm.clients().create(gateway("edge-3"));
            answers("edge-3", "old", 200);
            answers("edge-3", "old", 200);

            realm.clients().update("edge-3", client -> client.put("clientAuthenticatorType", "client-x509"));
            answers("edge-3", "old", 401);
        }

        @Test
        void isNotTheOneThatTheUrlNames() {
            realm.clients().create(gateway("edge-4"));
            answers("edge-4", "old", 200);

            isRefused(
                    checks.gateway("edge-4", "old")
                            .header("X-API-Key", key.value())
                            .queryParam("audience", "demo-api")
                            .queryParam("client_id", "demo-api")
                            .get(checks.url()),
                    401,
                    "invalid_client");
        }

        private void answers(String clientId, String secret, int status) {
            checks.gateway(clientId, secret)
                    .header("X-API-Key", key.value())
                    .queryParam("audience", "demo-api")
                    .get(checks.url())
                    .then()
                    .statusCode(status);
        }

        private static Map<String, Object> gateway(String clientId) {
            return Map.of("clientId", clientId, "secret", "old", "attributes", Map.of("api-keys.gateway", "true"));
        }
    }

    /** Addresses that are equal for everybody but those who compare issuers. */
    @Test
    void theIssuerIsThatOfTheAddressThatWasAsked() {
        NewKey key = keys.create();

        for (String host : List.of("LOCALHOST:1", "localhost:1", "LOCALHOST:1")) {
            given().header("Host", host)
                    .auth()
                    .preemptive()
                    .basic("demo-api", "demo-api-secret")
                    .formParam("token", key.value())
                    .post(realm.realmUrl("/protocol/openid-connect/token/introspect"))
                    .then()
                    .statusCode(200)
                    .body("iss", equalTo("http://" + host + "/realms/" + realm.name()));
        }
    }

    /** A key whose client and subject the node has read. */
    private NewKey remembered(NewKey key) {
        checks.ask(key).then().statusCode(200);
        checks.ask(key).then().statusCode(200);
        return key;
    }

    private static void notBefore(long seconds) {
        realm.admin()
                .body(Map.of("notBefore", seconds))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
    }
}
