package dev.apikeys.it.tokens;

import static org.hamcrest.Matchers.equalTo;

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
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to a key happens to the tokens that were made from it. */
class TokensEndWithTheirKeyIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void allowManyKeysAndExchange() {
        Keys.allowMany(realm);
        new KeyTokens(realm).allowExchange("demo-api");
    }

    @Nested
    class ATokenIsInactive {

        @ParameterizedTest
        @EnumSource
        void onceItsKeyIsRevoked(Way way) {
            NewKey key = keys.create();
            String token = way.token(tokens, key);
            tokens.introspect(token).then().body("active", equalTo(true));

            keys.act(key, "revoke");

            tokens.introspect(token).then().statusCode(200).body("", equalTo(Map.of("active", false)));
        }

        @ParameterizedTest
        @EnumSource
        void whileItsKeyIsDisabled(Way way) {
            NewKey key = keys.create();
            String token = way.token(tokens, key);

            keys.act(key, "disable");
            tokens.introspect(token).then().body("", equalTo(Map.of("active", false)));

            keys.act(key, "enable");
            tokens.introspect(token).then().body("active", equalTo(true));
        }

        @ParameterizedTest
        @EnumSource
        void onceItsKeyIsDeleted(Way way) {
            NewKey key = keys.create();
            String token = way.token(tokens, key);

            realm.admin().delete(realm.adminUrl("/api-keys/" + key.id())).then().statusCode(204);

            tokens.introspect(token).then().body("", equalTo(Map.of("active", false)));
        }

        @ParameterizedTest
        @EnumSource
        void onceTheExpiryOfItsKeyIsMovedBeforeNow(Way way) {
            NewKey key = keys.create();
            String token = way.token(tokens, key);

            keys.change(key, Map.of("expiresAt", Instant.now().plusSeconds(2).toString()));

            Eventually.get(() -> tokens.introspect(token), answer -> !answer.<Boolean>path("active"));
        }

        @Test
        void onlyWithItsOwnKey() {
            NewKey other = keys.create();
            String token = tokens.token(keys.create());

            keys.act(other, "revoke");

            tokens.introspect(token).then().body("active", equalTo(true));
        }

        @Test
        void whileItsClientMayHaveNoKeys() {
            String token = tokens.token(keys.create());

            realm.clients().setAttribute("shop-backend", "api-keys.enabled", "false");
            tokens.introspect(token).then().body("active", equalTo(false));

            realm.clients().setAttribute("shop-backend", "api-keys.enabled", "true");
            tokens.introspect(token).then().body("active", equalTo(true));
        }

        @Test
        void neverBecauseAKeyIsRevokedWhenAClientSecretMadeIt() {
            String token = realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read");

            keys.act(keys.create(), "revoke");

            tokens.introspect(token).then().body("active", equalTo(true));
        }
    }

    @Nested
    class ATokenShrinks {

        @ParameterizedTest
        @EnumSource
        void withItsKey(Way way) {
            NewKey key = keys.create(Map.of("scopes", List.of("calls:read", "contacts:read")));
            String token = way.token(tokens, key);

            keys.change(key, Map.of("scopes", List.of("contacts:read")));

            tokens.introspect(token).then().body("active", equalTo(true)).body("scope", equalTo("contacts:read"));
        }

        @ParameterizedTest
        @EnumSource
        void butDoesNotGrowWithIt(Way way) {
            NewKey key = keys.create();
            String token = way.token(tokens, key);

            keys.change(key, Map.of("scopes", List.of("calls:read", "contacts:read")));

            tokens.introspect(token).then().body("scope", equalTo("calls:read"));
        }
    }
}
