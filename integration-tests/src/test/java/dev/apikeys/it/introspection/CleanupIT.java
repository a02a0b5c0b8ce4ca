package dev.apikeys.it.introspection;

import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes takes its keys along. */
class CleanupIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);

    @Test
    void removingAClientRemovesItsKeysAndNoOthers() {
        Map<String, Object> copy = new HashMap<>(realm.clients().get("shop-backend"));
        copy.keySet().removeAll(List.of("id", "protocolMappers"));
        copy.put("clientId", "short-lived");
        realm.clients().create(copy);
        NewKey gone = keys.create(Map.of("clientId", "short-lived"));
        NewKey staying = keys.create();

        realm.clients().delete("short-lived");

        isGone(gone);
        keys.introspect(staying).then().body("active", equalTo(true));
    }

    @Test
    void removingAUserRemovesTheirPersonalKeysAndNoOthers() {
        String user = realm.users().create(Map.of("username", "bob", "enabled", true));
        NewKey gone = keys.create(Map.of("userId", user));
        NewKey staying = keys.create();

        realm.users().delete("bob");

        isGone(gone);
        keys.introspect(staying).then().body("active", equalTo(true));
    }

    @Test
    void removingAClientScopeTakesItOutOfEveryKey() {
        String scope = realm.clientScopes().create(Map.of("name", "cases:read", "protocol", "openid-connect"));
        realm.admin()
                .put(realm.clients().member("shop-backend") + "/optional-client-scopes/" + scope)
                .then()
                .statusCode(204);
        NewKey key = keys.create(Map.of("scopes", List.of("calls:read", "cases:read")));
        keys.introspect(key).then().body("scope", equalTo("calls:read cases:read"));

        realm.clientScopes().delete("cases:read");

        keys.introspect(key).then().body("active", equalTo(true)).body("scope", equalTo("calls:read"));
        realm.admin()
                .get(realm.adminUrl("/api-keys/" + key.id()))
                .then()
                .body("scopes", equalTo(List.of("calls:read")));
    }

    @Test
    void removingARealmRemovesItsKeysSoThatARealmOfTheSameNameStartsEmpty() {
        TestRealm shortLived = TestRealm.fromDemo();
        Keys ofShortLived = new Keys(shortLived);
        List<NewKey> gone = new ArrayList<>();
        shortLived.whileImported(() -> {
            gone.add(ofShortLived.create());
            ofShortLived.introspect(gone.get(0)).then().body("active", equalTo(true));
        });
        shortLived.whileImported(() -> {
            ofShortLived.introspect(gone.get(0)).then().body("", equalTo(Map.of("active", false)));
            shortLived
                    .admin()
                    .get(shortLived.adminUrl("/api-keys/count"))
                    .then()
                    .body("", equalTo(0));
        });
    }

    private void isGone(NewKey key) {
        realm.admin().get(realm.adminUrl("/api-keys/" + key.id())).then().statusCode(404);
        keys.introspect(key).then().body("", equalTo(Map.of("active", false)));
    }
}
