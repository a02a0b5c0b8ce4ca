package dev.apikeys.it.security;

import dev.apikeys.it.account.People;
import dev.apikeys.it.support.FineGrained;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.tokens.KeyTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A realm with somebody for every column of the matrix and something for every row. */
final class Ground {

    static final String OWNER = "alice";
    static final String SOMEBODY_ELSE = "carol";

    /** A client of which users have keys, and which lets them make no more. */
    static final String RETIRED = "retired";

    /** A client that has nothing to do with anybody's keys. */
    static final String ELSEWHERE = "elsewhere";

    /** A client that speaks for other APIs. */
    static final String GATEWAY = "gateway";

    static final String PORTAL = "portal";
    static final String SECRET = "a-client-secret";

    private final TestRealm realm;
    private final Keys keys;

    Ground(TestRealm realm) {
        this.realm = realm;
        this.keys = new Keys(realm);
    }

    TestRealm realm() {
        return realm;
    }

    void prepare() {
        realm.admin()
                .body(Map.of("accessTokenLifespan", 3600, "adminPermissionsEnabled", true))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
        Keys.allowMany(realm);
        realm.setAttribute("api-keys.outcomes", "sent");
        realm.clientScopes()
                .create(Map.of(
                        "name", "a-group",
                        "protocol", "openid-connect",
                        "attributes", Map.of("api-keys.scope-group", "true", "api-keys.includes", "calls:read")));
        clients();
        people();
    }

    private void clients() {
        KeyTokens clients = new KeyTokens(realm);
        clients.createClient(RETIRED, "client-secret", Map.of());
        clients.createClient(ELSEWHERE, "client-secret", Map.of());
        clients.createClient(GATEWAY, "client-secret", Map.of("api-keys.gateway", "true"));
        List.of("demo-api", "other-api", GATEWAY).forEach(clients::allowExchange);
        realm.clients()
                .create(Map.of(
                        "clientId",
                        PORTAL,
                        "publicClient",
                        true,
                        "redirectUris",
                        List.of("http://127.0.0.1/callback")));
    }

    private void people() {
        People people = new People(realm);
        people.create(SOMEBODY_ELSE);
        people.createWithAccountRoles("no-account-role");
        people.createWithAccountRoles("view-groups", "view-groups");
        people.createWithAccountRoles("view-profile", "view-profile");
        people.createWithAccountRoles("manage-account", "manage-account");
    }

    /** A user of the realm with these roles of {@code realm-management} beside the default ones; returns a token. */
    String administrator(String username, String... roles) {
        new People(realm).create(username);
        for (String role : roles) {
            new Roles(realm).giveOfClient(username, "realm-management", role);
        }
        return token(username);
    }

    /** Fine-grained: these users may do that with the client. Keycloak wants all permissions for the same to agree. */
    void permit(String clientId, String scope, String... usernames) {
        String name = scope + " " + clientId;
        FineGrained permissions = new FineGrained(realm);
        String policy = permissions.policy("who may " + name, List.of(usernames));
        permissions.permit(name, policy, clientId, List.of(scope));
    }

    String token(String username) {
        return realm.tokens().password(username, username);
    }

    /** A new key of the client itself. */
    NewKey keyOf(String clientId) {
        return keys.create(Map.of("clientId", clientId));
    }

    /** A new key of the client for the user. */
    NewKey keyOf(String clientId, String username) {
        return keys.create(Map.of("clientId", clientId, "userId", realm.users().id(username)));
    }

    /** A new key of {@code shop-backend} that carries everything; of the service account when the name is empty. */
    NewKey almightyKey(String username) {
        Map<String, Object> key = new HashMap<>(Map.of("fullAccess", true, "scopes", List.of()));
        if (!username.isEmpty()) {
            key.put("userId", realm.users().id(username));
        }
        return keys.create(key);
    }

    void revoke(NewKey key) {
        keys.act(key, "revoke");
    }
}
