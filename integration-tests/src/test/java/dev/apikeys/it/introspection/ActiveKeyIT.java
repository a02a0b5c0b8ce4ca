package dev.apikeys.it.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.apikeys.it.support.Claims;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActiveKeyIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "access_token", "api_key"})
    void aGoodKeyIsActiveWhateverTheHint(String hint) {
        NewKey key = keys.create();

        keys.introspect(key.value(), hint.isEmpty() ? Map.of() : Map.of("token_type_hint", hint))
                .then()
                .statusCode(200)
                .body("active", equalTo(true));
    }

    @Nested
    class TheAnswer {

        @Test
        void hasTheClaimsOfATokenThatIsLimitedToTheScopesOfTheKey() {
            NewKey key = keys.create(Map.of("name", "Website", "metadata", Map.of("team", "blue")));
            String subject = serviceAccountId();

            keys.introspect(key)
                    .then()
                    .statusCode(200)
                    .body("active", equalTo(true))
                    .body("client_id", equalTo("shop-backend"))
                    .body("azp", equalTo("shop-backend"))
                    .body("username", equalTo("service-account-shop-backend"))
                    .body("sub", equalTo(subject))
                    .body("aud", equalTo("demo-api"))
                    .body("scope", equalTo("calls:read"))
                    .body("token_type", equalTo("Bearer"))
                    .body("iss", equalTo(realm.realmUrl("")))
                    .body("jti", equalTo(key.id()))
                    .body("api_key.id", equalTo(key.id()))
                    .body("api_key.name", equalTo("Website"))
                    .body("api_key.environment", equalTo("live"))
                    .body("api_key.hint", equalTo(key.value().substring(8, 14)))
                    .body("api_key.metadata.team", equalTo("blue"))
                    .body("api_key.scope_groups", equalTo(List.of()));
        }

        @Test
        void carriesNothingOfDefaultClientScopesThatTheKeyDoesNotName() {
            NewKey key = keys.create();

            JsonPath answer = keys.introspect(key).jsonPath();

            assertThat(answer.getMap("").keySet().stream().map(String::valueOf))
                    .doesNotContain(
                            "realm_access", "resource_access", "email_verified", "preferred_username", "clientId");
        }

        @Test
        void equalsStockIntrospectionOfTheClientsOwnTokenForAKeyWithFullAccess() {
            NewKey key = keys.create(Map.of("fullAccess", true, "scopes", List.of()));
            String scopes = "calls:read calls:write contacts:read contacts:write "
                    + "address phone microprofile-jwt organization";
            String token = realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", scopes);

            Map<String, Object> ofToken =
                    withoutVolatile(keys.introspect(token, Map.of()).jsonPath().getMap(""));
            Map<String, Object> ofKey =
                    withoutVolatile(keys.introspect(key).jsonPath().getMap(""));

            assertThat(ofToken).containsKeys("realm_access", "aud", "scope");
            assertThat(ofKey).isEqualTo(ofToken);
        }

        @Test
        void neverHasANull() {
            NewKey key = keys.create();

            assertThat(keys.introspect(key).asString()).doesNotContain("null");
        }
    }

    @Nested
    class TheExpiry {

        @Test
        void isTheFreshnessOfTheRealmForAKeyThatNeverExpires() {
            NewKey key = keys.create();

            long before = Instant.now().getEpochSecond();
            long expiry = keys.introspect(key).jsonPath().getLong("exp");
            long after = Instant.now().getEpochSecond();

            assertThat(expiry).isBetween(before + 60, after + 60);
        }

        @Test
        void isTheExpiryOfTheKeyWhenThatComesFirst() {
            Instant end = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 30);
            NewKey key = keys.create(Map.of("expiresAt", end.toString()));

            keys.introspect(key)
                    .then()
                    .body("exp", equalTo((int) end.getEpochSecond()))
                    .body("api_key.expires_at", equalTo((int) end.getEpochSecond()));
        }

        @Test
        void isTheEndOfTheOverlapForAValueThatWasReplaced() {
            NewKey key = keys.create();
            realm.admin()
                    .body(Map.of("overlap", 20))
                    .post(realm.adminUrl("/api-keys/" + key.id() + "/rotate"))
                    .then()
                    .statusCode(200);

            long expiry = keys.introspect(key).jsonPath().getLong("exp");

            assertThat(expiry).isLessThanOrEqualTo(Instant.now().getEpochSecond() + 20);
        }
    }

    @Nested
    class AsJwt {

        @Test
        void isSignedAndTiedToTheKeyForAResourceServerThatMayAskForIt() {
            realm.clients()
                    .update(
                            "demo-api",
                            client -> client.put(
                                    "attributes",
                                    Map.of("client.introspection.response.allow.jwt.claim.enabled", "true")));
            NewKey key = keys.create();

            String jwt = keys.introspectAccepting("application/jwt", key)
                    .then()
                    .statusCode(200)
                    .body("active", equalTo(true))
                    .body("jwt", notNullValue())
                    .extract()
                    .path("jwt");

            keys.introspect(jwt, Map.of())
                    .then()
                    .body("active", equalTo(true))
                    .body("exp", notNullValue())
                    .body("api_key_id", equalTo(key.id()))
                    .body("scope", equalTo("calls:read"));
            keys.act(key, "revoke");
            keys.introspect(jwt, Map.of()).then().body("active", equalTo(false));
        }

        @Test
        void isNotHandedToAResourceServerThatAsksForJson() {
            NewKey key = keys.create();

            keys.introspect(key).then().body("active", equalTo(true)).body("$", not(hasKey("jwt")));
        }
    }

    private static String serviceAccountId() {
        return realm.admin()
                .get(realm.clients().member("shop-backend") + "/service-account-user")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** Times and ids differ from token to token. */
    private static Map<String, Object> withoutVolatile(Map<String, Object> answer) {
        return Claims.comparable(answer, Set.of("exp", "iat", "jti", "api_key", "rate_limit"));
    }
}
