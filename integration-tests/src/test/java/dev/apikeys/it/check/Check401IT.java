package dev.apikeys.it.check;

import static dev.apikeys.it.check.Checks.isRefused;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Check401IT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Test
    void withoutAKeyNothingIsSaidOfOne() {
        isRefused(checks.gateway().get(checks.url()), 401, "unauthorized")
                .header("WWW-Authenticate", "ApiKey realm=\"%1$s\", Bearer realm=\"%1$s\"".formatted(realm.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_madeUp", "nonsense", "sk_live_00000000000000000000000000000000000000", "a, b"})
    void anUnknownKeyIsUnauthorized(String value) {
        isRefused(checks.gateway().header("X-API-Key", value).get(checks.url()), 401, "unauthorized")
                .body("detail", equalTo("API key is missing, malformed or unknown"))
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .header("X-Api-Key-Id", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "revoke, key_revoked, API key revoked, API key has been revoked",
        "disable, key_disabled, API key disabled, API key is disabled"
    })
    void aKeyThatAnAdministratorStoppedSaysSo(String action, String code, String title, String message) {
        NewKey key = keys.create();
        checks.ask(key).then().statusCode(200);
        keys.act(key, action);

        isRefused(checks.ask(key), 401, code)
                .body("type", equalTo("urn:keycloak:params:api-keys:error:" + code))
                .body("title", equalTo(title))
                .body("detail", equalTo(message))
                .header(
                        "WWW-Authenticate",
                        "ApiKey realm=\"%1$s\", Bearer realm=\"%1$s\", error=\"invalid_token\", error_description=\"%2$s\""
                                .formatted(realm.name(), message));
    }

    @Test
    void anExpiredKeySaysSo() {
        NewKey key =
                keys.create(Map.of("expiresAt", Instant.now().plusSeconds(1).toString()));

        Response answer = Eventually.get(() -> checks.ask(key), last -> last.statusCode() != 200);

        isRefused(answer, 401, "key_expired").body("detail", equalTo("API key has expired"));
    }

    @Test
    void nothingIsToldOfAKeyThatIsRefused() {
        NewKey key = keys.create();
        keys.act(key, "revoke");

        checks.ask(key)
                .then()
                .header("X-Api-Key-Id", nullValue())
                .header("X-Api-Key-Client", nullValue())
                .header("X-Api-Key-Subject", nullValue())
                .header("X-Api-Key-Scope", nullValue())
                .header("RateLimit", nullValue())
                .body(not(containsString(key.id())));
    }

    @Test
    void headHasNoBody() {
        checks.gateway()
                .head(checks.url())
                .then()
                .statusCode(401)
                .header("X-Api-Key-Error", "unauthorized")
                .body(blankOrNullString());
    }

    @Nested
    class BecauseOfTheClientOrItsSubject {

        private final NewKey key = keys.create();

        @Test
        void keysOfADisabledClientAreRefusedUntilItIsEnabledAgain() {
            realm.clients().update("shop-backend", client -> client.put("enabled", false));
            isRefused(checks.ask(key), 401, "client_disabled");
            realm.clients().update("shop-backend", client -> client.put("enabled", true));
            checks.ask(key).then().statusCode(200);
        }

        @Test
        void keysOfADisabledUserAreRefused() {
            realm.admin()
                    .body(Map.of("username", "leaver", "enabled", true))
                    .post(realm.adminUrl("/users"))
                    .then()
                    .statusCode(201);
            NewKey personal = keys.create(Map.of("userId", realm.users().id("leaver")));
            realm.users().update("leaver", user -> user.put("enabled", false));

            isRefused(checks.ask(personal), 401, "subject_disabled");
        }

        @Test
        void aKeyWithoutAnySubjectIsForNoApiAtAll() {
            realm.clients().update("shop-backend", client -> client.put("serviceAccountsEnabled", false));
            isRefused(checks.ask(key), 401, "unauthorized");
            realm.clients().update("shop-backend", client -> client.put("serviceAccountsEnabled", true));
        }
    }
}
