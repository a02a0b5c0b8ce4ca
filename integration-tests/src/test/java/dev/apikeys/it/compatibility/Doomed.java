package dev.apikeys.it.compatibility;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.RunningKeycloak;
import java.util.List;
import java.util.Map;

/**
 * Keys of what somebody removes while the jar is not there to hear of it.
 *
 * @param whole another realm, with one key
 */
record Doomed(TestRealm whole, NewKey ofClient, NewKey ofUser, NewKey ofScope) {

    private static final String NAME = "doomed";
    private static final String SCOPE = "doomed:read";

    static Doomed make(TestRealm realm, RunningKeycloak server) {
        TestRealm whole = TestRealm.onServer(server, "demo-realm.json");
        whole.importNow();
        new Keys(whole).create();
        realm.clients()
                .create(Map.of(
                        "clientId",
                        NAME,
                        "serviceAccountsEnabled",
                        true,
                        "attributes",
                        Map.of("api-keys.enabled", "true"),
                        "optionalClientScopes",
                        List.of("calls:read")));
        String user = realm.users().create(Map.of("username", NAME, "enabled", true));
        ShopScopes scopes = new ShopScopes(realm);
        scopes.create(SCOPE);
        scopes.assign(SCOPE);
        Keys keys = new Keys(realm);
        return new Doomed(
                whole,
                keys.create(Map.of("clientId", NAME)),
                keys.create(Map.of("userId", user)),
                keys.create(Map.of("scopes", List.of("calls:read", SCOPE))));
    }

    void remove(TestRealm realm, RunningKeycloak server) {
        TestRealm now = whole.on(server);
        now.admin().delete(now.adminUrl("")).then().statusCode(204);
        realm.clients().delete(NAME);
        realm.users().delete(NAME);
        realm.clientScopes().delete(SCOPE);
    }

    /** The jar is back: what was removed gives them nothing, and they can be seen and deleted. */
    void areOutOfUse(TestRealm realm) {
        Keys keys = new Keys(realm);
        keys.introspect(ofClient).then().body("active", equalTo(false));
        keys.introspect(ofUser).then().body("active", equalTo(false));
        keys.introspect(ofScope).then().body("active", equalTo(true)).body("scope", equalTo("calls:read"));
        realm.admin()
                .get(realm.adminUrl("/api-keys"))
                .then()
                .statusCode(200)
                .body("id", hasItems(ofClient.id(), ofUser.id(), ofScope.id()));
        for (NewKey key : List.of(ofClient, ofUser, ofScope)) {
            realm.admin().delete(realm.adminUrl("/api-keys/" + key.id())).then().statusCode(204);
        }
    }
}
