package dev.apikeys.it.scopes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who can get a key that acts for a user. */
class NewPersonalKeysIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);

    @Nested
    class TheClient {

        @Test
        void needsNoServiceAccountForPersonalKeys() {
            realm.clients()
                    .create(Map.of(
                            "clientId",
                            "mobile-app",
                            "publicClient",
                            true,
                            "attributes",
                            Map.of("api-keys.enabled", "true"),
                            "optionalClientScopes",
                            List.of("calls:read")));
            NewKey key = keys.create(
                    Map.of("clientId", "mobile-app", "userId", realm.users().id("alice")));

            keys.introspect(key)
                    .then()
                    .body("active", equalTo(true))
                    .body("client_id", equalTo("mobile-app"))
                    .body("username", equalTo("alice"));
        }
    }

    @Nested
    class NoPersonalKeyIsMade {

        @Test
        void forAServiceAccount() {
            String serviceAccount = realm.admin()
                    .get(realm.clients().member("shop-backend") + "/service-account-user")
                    .path("id");

            realm.createKey(request(serviceAccount))
                    .then()
                    .statusCode(400)
                    .body("errorMessage", containsString("userId"));
        }

        @Test
        void forNobody() {
            realm.createKey(request("00000000-0000-0000-0000-000000000000"))
                    .then()
                    .statusCode(400)
                    .body("errorMessage", containsString("userId"));
        }

        @Test
        void byAnAdministratorWhoMayNotActAsTheUser() {
            realm.user("key-admin")
                    .body(request(realm.users().id("alice")))
                    .post(realm.adminUrl("/api-keys"))
                    .then()
                    .statusCode(403);
        }

        private Map<String, Object> request(String userId) {
            return Map.of(
                    "name", "a key", "clientId", "shop-backend", "userId", userId, "scopes", List.of("calls:read"));
        }
    }
}
