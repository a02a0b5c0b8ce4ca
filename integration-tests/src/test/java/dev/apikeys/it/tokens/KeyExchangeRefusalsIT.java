package dev.apikeys.it.tokens;

import static dev.apikeys.it.tokens.KeyTokens.isNotExchanged;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that cannot be exchanged. */
class KeyExchangeRefusalsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String UNKNOWN = "The API key is missing, malformed or unknown";
    private static final String TYPES = "urn:ietf:params:oauth:token-type:";

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void allowManyKeysAndExchange() {
        Keys.allowMany(realm);
        new KeyTokens(realm).allowExchange("demo-api");
    }

    @Nested
    class ForTheKey {

        @ParameterizedTest
        @CsvSource({"revoke, The API key has been revoked", "disable, The API key is disabled"})
        void thatAnAdministratorStopped(String action, String description) {
            NewKey key = keys.create();
            keys.act(key, action);

            isNotExchanged(tokens.exchange(key.value(), Map.of())).body("error_description", equalTo(description));
        }

        @Test
        void thatHasExpired() {
            NewKey key =
                    keys.create(Map.of("expiresAt", Instant.now().plusSeconds(2).toString()));

            isNotExchanged(Eventually.get(
                            () -> tokens.exchange(key.value(), Map.of()), answer -> answer.statusCode() != 200))
                    .body("error_description", equalTo("The API key has expired"));
        }

        @Test
        void ofADisabledUser() {
            String bob = realm.users().create(Map.of("username", "bob", "enabled", true));
            NewKey key = keys.create(Map.of("userId", bob));
            tokens.exchange(key.value(), Map.of()).then().statusCode(200);

            realm.users().update("bob", user -> user.put("enabled", false));

            isNotExchanged(tokens.exchange(key.value(), Map.of()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"made-up", "sk_live_00000000000000000000000000000000000000", " "})
        void thatNobodyKnows(String value) {
            isNotExchanged(tokens.exchange(value, Map.of()));
        }

        @Test
        void thatIsAnAccessToken() {
            String token = realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read");

            isNotExchanged(tokens.exchange(token, Map.of())).body("error_description", equalTo(UNKNOWN));
            tokens.exchange(token, Map.of("subject_token_type", TYPES + "access_token"))
                    .then()
                    .statusCode(200);
        }

        @Test
        void thatCallsItselfAnAccessToken() {
            isNotExchanged(
                    tokens.exchange(keys.create().value(), Map.of("subject_token_type", TYPES + "access_token")));
        }
    }

    @Nested
    class ForTheAddress {

        @ParameterizedTest
        @CsvSource({"10.0.0.1,200", "::ffff:10.0.0.1,200", "10.0.0.2,400", "127.0.0.1,400", "'',400", "here,400"})
        void thatTheRequesterNames(String address, int status) {
            NewKey key = keys.create(Map.of("allowedIps", List.of("10.0.0.1")));

            tokens.exchange(key.value(), Map.of("client_ip", address)).then().statusCode(status);
        }

        @Test
        void thatNobodyNamesAlthoughTheRequesterItselfWouldBeAllowed() {
            NewKey key = keys.create(Map.of("allowedIps", List.of("127.0.0.1")));

            isNotExchanged(tokens.exchange(key.value(), Map.of()))
                    .body("error_description", equalTo("The API key may not be used from this address"));
            tokens.exchange(key.value(), Map.of("client_ip", "127.0.0.1"))
                    .then()
                    .statusCode(200);
        }
    }

    @Nested
    class WhereTheRealmDoesNotDiscloseReasons {

        @Test
        void noReasonIsGiven() {
            realm.setAttribute("api-keys.disclose-reason", "false");
            NewKey key = keys.create();
            keys.act(key, "revoke");

            isNotExchanged(tokens.exchange(key.value(), Map.of()))
                    .body("error_description", equalTo(UNKNOWN))
                    .body("error_description", not(containsString("revoked")));
            realm.setAttribute("api-keys.disclose-reason", "true");
        }
    }
}
