package dev.apikeys.it.tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that give no token: 401 {@code invalid_client}, as for a wrong client secret. */
class RefusedKeysIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    private static void isRefused(Response answer, String reason) {
        answer.then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"))
                .body("error_description", containsString(reason))
                .body("access_token", nullValue());
    }

    @Nested
    class BecauseOfItsStatus {

        @ParameterizedTest
        @EnumSource
        void aRevokedKeyIsRefused(Presentation presentation) {
            NewKey key = keys.create();
            keys.act(key, "revoke");

            isRefused(tokens.request(presentation, key.value()), "revoked");
        }

        @ParameterizedTest
        @EnumSource
        void aDisabledKeyIsRefusedUntilItIsEnabledAgain(Presentation presentation) {
            NewKey key = keys.create();
            keys.act(key, "disable");

            isRefused(tokens.request(presentation, key.value()), "disabled");
            keys.act(key, "enable");
            tokens.request(presentation, key.value()).then().statusCode(200);
        }

        @Test
        void anExpiredKeyIsRefused() {
            NewKey key =
                    keys.create(Map.of("expiresAt", Instant.now().plusSeconds(3).toString()));
            tokens.request(Presentation.FORM, key.value()).then().statusCode(200);

            isRefused(
                    Eventually.get(
                            () -> tokens.request(Presentation.FORM, key.value()), answer -> answer.statusCode() != 200),
                    "expired");
        }

        @Test
        void aReplacedValueIsRefusedAndTheNewOneIsNot() {
            NewKey key = keys.create();
            String next = realm.admin()
                    .post(realm.adminUrl("/api-keys/" + key.id() + "/rotate"))
                    .path("key");

            isRefused(tokens.request(Presentation.BASIC, key.value()), "revoked");
            tokens.request(Presentation.BASIC, next).then().statusCode(200);
        }
    }

    @Nested
    class BecauseOfTheAddress {

        @ParameterizedTest
        @CsvSource({"127.0.0.1,200", "127.0.0.0/8,200", "10.0.0.1,401", "::1,401", "::ffff:127.0.0.1,200"})
        void onlyTheConnectionCounts(String range, int status) {
            NewKey key = keys.create(Map.of("allowedIps", List.of(range)));

            for (Presentation presentation : Presentation.values()) {
                tokens.request(presentation, key.value()).then().statusCode(status);
            }
        }

        @Test
        void aHeaderOrParameterOfTheCallerCannotChangeIt() {
            NewKey key = keys.create(Map.of("allowedIps", List.of("10.0.0.1")));

            isRefused(
                    given().header("X-Forwarded-For", "10.0.0.1")
                            .header("Forwarded", "for=10.0.0.1")
                            .header("X-Real-IP", "10.0.0.1")
                            .header("X-API-Key", key.value())
                            .formParam("client_ip", "10.0.0.1")
                            .formParam("grant_type", "client_credentials")
                            .post(realm.realmUrl("/protocol/openid-connect/token")),
                    "address");
        }
    }

    @Nested
    class BecauseNobodyKnowsIt {

        @ParameterizedTest
        @EnumSource
        void aDeletedKeyIsRefused(Presentation presentation) {
            NewKey key = keys.create();
            realm.admin().delete(realm.adminUrl("/api-keys/" + key.id())).then().statusCode(204);

            tokens.request(presentation, key.value()).then().statusCode(401).body("access_token", nullValue());
        }

        @ParameterizedTest
        @ValueSource(strings = {"sk_live_", "sk_live_x", "null", "undefined", " ", "a:b", "sk_live_\u00e4"})
        void whatIsNoKeyIsRefused(String value) {
            for (Presentation presentation : Presentation.values()) {
                tokens.request(presentation, value).then().statusCode(401).body("access_token", nullValue());
            }
        }

        @Test
        void aKeyOfAnotherRealmIsRefused() {
            TestRealm other = TestRealm.fromDemo();
            other.whileImported(() -> {
                NewKey foreign = new Keys(other).create();
                for (Presentation presentation : Presentation.values()) {
                    tokens.request(presentation, foreign.value()).then().statusCode(401);
                }
                new KeyTokens(other)
                        .request(Presentation.FORM, foreign.value())
                        .then()
                        .statusCode(200);
            });
        }
    }

    @Nested
    class BecauseItIsPersonal {

        @ParameterizedTest
        @EnumSource
        void aKeyOfAUserIsRefused(Presentation presentation) {
            NewKey key = keys.create(Map.of("userId", realm.users().id("alice")));

            isRefused(tokens.request(presentation, key.value()), "personal");
        }
    }

    @Nested
    class BecauseOfItsClient {

        private final NewKey key = keys.create();

        @AfterEach
        void restore() {
            realm.clients().update("shop-backend", client -> {
                client.put("enabled", true);
                client.put("serviceAccountsEnabled", true);
            });
            tokens.setAttribute("shop-backend", "api-keys.enabled", "true");
            tokens.request(Presentation.FORM, key.value()).then().statusCode(200);
        }

        @Test
        void aKeyOfADisabledClientIsRefused() {
            realm.clients().update("shop-backend", client -> client.put("enabled", false));

            isRefused(tokens.request(Presentation.HEADER_ALONE, key.value()), "client");
        }

        @Test
        void aKeyOfAClientThatMayHaveKeysNoLongerIsRefused() {
            tokens.setAttribute("shop-backend", "api-keys.enabled", "false");

            isRefused(tokens.request(Presentation.BASIC, key.value()), "client");
        }

        @Test
        void aKeyOfAClientWithoutServiceAccountIsRefused() {
            realm.clients().update("shop-backend", client -> client.put("serviceAccountsEnabled", false));

            isRefused(tokens.request(Presentation.FORM, key.value()), "subject");
        }
    }

    @Nested
    class WhereTheRealmDoesNotDiscloseReasons {

        @AfterEach
        void disclose() {
            realm.setAttribute("api-keys.disclose-reason", "true");
        }

        @Test
        void aRevokedKeyIsRefusedLikeAnUnknownOne() {
            realm.setAttribute("api-keys.disclose-reason", "false");
            NewKey key = keys.create();
            keys.act(key, "revoke");

            isRefused(tokens.request(Presentation.FORM, key.value()), "missing, malformed or unknown");
        }
    }
}
