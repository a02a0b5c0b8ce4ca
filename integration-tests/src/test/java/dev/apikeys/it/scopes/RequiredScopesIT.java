package dev.apikeys.it.scopes;

import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameter {@code scope} of introspection: what an operation needs. */
class RequiredScopesIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final Map<String, Object> INACTIVE = Map.of("active", false);

    private final Keys keys = new Keys(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    private NewKey reader() {
        return keys.create(Map.of("scopes", List.of("calls:read", "contacts:read")));
    }

    @Nested
    class AKeyThatHasThem {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "calls:read",
                    "contacts:read calls:read",
                    "  calls:read   contacts:read ",
                    "calls:read calls:read",
                    "",
                    " "
                })
        void isActiveAndTheAnswerStillHasAllItsScopes(String required) {
            keys.introspect(reader().value(), Map.of("scope", required))
                    .then()
                    .body("active", equalTo(true))
                    .body("scope", equalTo("calls:read contacts:read"));
        }

        @Test
        void mayHaveThemByFullAccess() {
            NewKey key = keys.create(Map.of("scopes", List.of(), "fullAccess", true));

            keys.introspect(key.value(), Map.of("scope", "calls:write contacts:write"))
                    .then()
                    .body("active", equalTo(true));
        }
    }

    @Nested
    class AKeyThatLacksOne {

        @ParameterizedTest
        @CsvSource({
            "calls:write, calls:write",
            "calls:read calls:write, calls:write",
            "contacts:write calls:write calls:read, calls:write contacts:write",
            "dreams:read, dreams:read",
            "CALLS:READ, CALLS:READ",
            "calls:*, calls:*",
            "calls, calls",
            "offline_access, offline_access",
            "openid, openid"
        })
        void isInactiveAndTheMissingOnesAreNamed(String required, String missing) {
            keys.introspect(reader().value(), Map.of("scope", required))
                    .then()
                    .statusCode(200)
                    .body("active", equalTo(false))
                    .body("error", equalTo("insufficient_scope"))
                    .body("missing_scope", equalTo(missing))
                    .body("error_description", equalTo("The API key lacks a required scope: " + missing))
                    .body("size()", equalTo(4));
        }

        @Test
        void isActiveForOperationsThatNeedLess() {
            NewKey key = reader();

            keys.introspect(key.value(), Map.of("scope", "calls:write")).then().body("active", equalTo(false));
            keys.introspect(key.value(), Map.of("scope", "calls:read")).then().body("active", equalTo(true));
        }

        @Test
        void isToldTheMoreBasicReasonWhenItIsNotGoodAtAll() {
            NewKey key = reader();
            keys.act(key, "revoke");

            keys.introspect(key.value(), Map.of("scope", "calls:write")).then().body("error", equalTo("key_revoked"));
        }
    }

    @Nested
    class NothingIsDisclosed {

        @ParameterizedTest
        @ValueSource(strings = {"calls:read", "calls:write", "dreams:read"})
        void toAResourceServerOutsideTheAudience(String required) {
            realm.introspect("other-api", "other-api-secret", reader().value(), Map.of("scope", required))
                    .then()
                    .statusCode(200)
                    .body("", equalTo(INACTIVE));
        }

        @Test
        void toTheOwnClientOfTheKeyWhichIsNoResourceServer() {
            realm.introspect("shop-backend", "shop-backend-secret", reader().value(), Map.of("scope", "calls:write"))
                    .then()
                    .statusCode(200)
                    .body("", equalTo(INACTIVE));
        }

        @Nested
        class WhereTheRealmDoesNotWishIt {

            @BeforeEach
            void switchOff() {
                realm.setAttribute("api-keys.disclose-reason", "false");
            }

            @AfterEach
            void switchOn() {
                realm.setAttribute("api-keys.disclose-reason", "true");
            }

            @Test
            void toAnybody() {
                keys.introspect(reader().value(), Map.of("scope", "calls:write"))
                        .then()
                        .statusCode(200)
                        .body("", equalTo(INACTIVE));
            }

            @Test
            void butAGoodKeyIsActiveAllTheSame() {
                keys.introspect(reader().value(), Map.of("scope", "calls:read"))
                        .then()
                        .body("active", equalTo(true));
            }
        }
    }
}
