package dev.apikeys.it.tokens;

import static dev.apikeys.it.tokens.KeyTokens.isRefused;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
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
