package dev.apikeys.it.introspection;

import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InactiveKeyIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Nested
    class ToAResourceServerInTheAudience {

        @ParameterizedTest
        @CsvSource({
            "revoke, key_revoked, The API key has been revoked",
            "disable, key_disabled, The API key is disabled"
        })
        void aKeyThatAnAdministratorStoppedSaysSo(String action, String error, String description) {
            NewKey key = keys.create();
            keys.act(key, action);

            keys.introspect(key)
                    .then()
                    .statusCode(200)
                    .body("active", equalTo(false))
                    .body("error", equalTo(error))
                    .body("error_description", equalTo(description));
        }

        @Test
        void aKeyThatIsEnabledAgainIsActiveAgain() {
            NewKey key = keys.create();
            keys.act(key, "disable");
            keys.act(key, "enable");

            keys.introspect(key).then().body("active", equalTo(true));
        }

        @Test
        void anExpiredKeySaysSoFromTheInstantOfItsExpiry() {
            NewKey key =
                    keys.create(Map.of("expiresAt", Instant.now().plusSeconds(2).toString()));
            keys.introspect(key).then().body("active", equalTo(true));

            Response answer = Eventually.get(() -> keys.introspect(key), last -> !last.<Boolean>path("active"));

            answer.then().body("error", equalTo("key_expired"));
        }

        @Test
        void aValueThatWasReplacedIsRevokedAtOnceAndTheNewOneIsActive() {
            NewKey key = keys.create();
            String next = realm.admin()
                    .post(realm.adminUrl("/api-keys/" + key.id() + "/rotate"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("key");

            keys.introspect(key).then().body("active", equalTo(false)).body("error", equalTo("key_revoked"));
            keys.introspect(next, Map.of()).then().body("active", equalTo(true));
        }

        @Test
        void aKeyLackingRequiredScopesNamesThem() {
            NewKey key = keys.create();

            keys.introspect(key.value(), Map.of("scope", "calls:read")).then().body("active", equalTo(true));
            keys.introspect(key.value(), Map.of("scope", "calls:read contacts:write calls:write"))
                    .then()
                    .body("active", equalTo(false))
                    .body("error", equalTo("insufficient_scope"))
                    .body("missing_scope", equalTo("calls:write contacts:write"));
        }

        @ParameterizedTest
        @CsvSource({"revoke", "disable"})
        void nothingIsSaidWhenTheRealmDoesNotDiscloseReasons(String action) {
            realm.setAttribute("api-keys.disclose-reason", "false");
            NewKey key = keys.create();
            keys.act(key, action);

            keys.introspect(key).then().body("", equalTo(Map.of("active", false)));
        }

        @AfterEach
        void discloseAgain() {
            realm.setAttribute("api-keys.disclose-reason", "true");
        }
    }

    @Nested
    class ToAnyOtherResourceServer {

        @Test
        void aGoodKeyIsInactiveAndNothingElseIsSaid() {
            NewKey key = keys.create();

            other(key).then().statusCode(200).body("", equalTo(Map.of("active", false)));
        }

        @Test
        void aRevokedKeyIsInactiveAndNothingElseIsSaid() {
            NewKey key = keys.create();
            keys.act(key, "revoke");

            other(key).then().statusCode(200).body("", equalTo(Map.of("active", false)));
        }

        @Test
        void aKeyIsActiveForAResourceServerThatKeycloakExemptsFromTheAudienceCheck() {
            realm.clients()
                    .create(Map.of(
                            "clientId", "exempt-api",
                            "secret", "exempt-api-secret",
                            "attributes", Map.of("allow.token.introspection.without.audience.check", "true")));
            NewKey key = keys.create();

            realm.introspect("exempt-api", "exempt-api-secret", key.value())
                    .then()
                    .body("active", equalTo(true));
        }

        private Response other(NewKey key) {
            return realm.introspect("other-api", "other-api-secret", key.value());
        }
    }

    @Nested
    class BecauseOfTheClientOrItsSubject {

        private final NewKey key = keys.create();

        @Test
        void theKeysOfADisabledClientAreStoppedUntilItIsEnabledAgain() {
            client("enabled", false);
            refused("client_disabled");
            client("enabled", true);
            keys.introspect(key).then().body("active", equalTo(true));
        }

        @Test
        void theKeysOfAClientForWhichKeysAreSwitchedOffAreStopped() {
            client("attributes", Map.of("api-keys.enabled", "false"));
            refused("client_disabled");
            client("attributes", Map.of("api-keys.enabled", "true"));
            keys.introspect(key).then().body("active", equalTo(true));
        }

        @Test
        void theKeysOfAClientWhoseServiceAccountIsDisabledAreStopped() {
            String user = realm.admin()
                    .get(realm.clients().member("shop-backend") + "/service-account-user")
                    .path("id");
            enableUser(user, false);
            refused("subject_disabled");
            enableUser(user, true);
            keys.introspect(key).then().body("active", equalTo(true));
        }

        @Test
        void keysMadeBeforeTheRealmRevokedEverythingAreStopped() {
            realm.admin()
                    .body(Map.of("notBefore", Instant.now().getEpochSecond() + 1))
                    .put(realm.adminUrl(""))
                    .then()
                    .statusCode(204);
            refused("key_revoked");
            realm.admin()
                    .body(Map.of("notBefore", 0))
                    .put(realm.adminUrl(""))
                    .then()
                    .statusCode(204);
            keys.introspect(key).then().body("active", equalTo(true));
        }

        private void refused(String error) {
            keys.introspect(key).then().body("active", equalTo(false)).body("error", equalTo(error));
        }

        private void client(String field, Object value) {
            realm.clients().update("shop-backend", client -> client.put(field, value));
        }

        private void enableUser(String id, boolean enabled) {
            realm.admin()
                    .body(Map.of("enabled", enabled))
                    .put(realm.adminUrl("/users/" + id))
                    .then()
                    .statusCode(204);
        }
    }

    @Nested
    class BecauseOfWhereItIsUsed {

        private final NewKey key = keys.create(Map.of("allowedIps", List.of("203.0.113.0/24", "2001:db8::/32")));

        @ParameterizedTest
        @CsvSource({"203.0.113.7", "::ffff:203.0.113.7", "2001:db8::1"})
        void aKeyIsActiveFromAnAllowedAddress(String address) {
            keys.introspect(key.value(), Map.of("client_ip", address)).then().body("active", equalTo(true));
        }

        @ParameterizedTest
        @CsvSource({"203.0.114.7", "2001:db9::1", "127.0.0.1"})
        void aKeyIsDeniedFromEverywhereElse(String address) {
            keys.introspect(key.value(), Map.of("client_ip", address))
                    .then()
                    .body("active", equalTo(false))
                    .body("error", equalTo("ip_denied"));
        }

        @Test
        void aRestrictedKeyIsDeniedWhenNobodySaysWhereItIsUsed() {
            keys.introspect(key).then().body("active", equalTo(false)).body("error", equalTo("ip_denied"));
        }
    }
}
