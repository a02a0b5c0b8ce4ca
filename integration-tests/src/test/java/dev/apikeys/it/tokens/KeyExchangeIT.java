package dev.apikeys.it.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Token exchange (RFC 8693): a resource server or gateway turns a key into a token. */
class KeyExchangeIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void allowManyKeysAndExchange() {
        Keys.allowMany(realm);
        new KeyTokens(realm).allowExchange("demo-api");
        Roles roles = new Roles(realm);
        roles.create("editor");
        roles.give("alice", "editor");
        new ShopScopes(realm).create("orders:read", "other-api");
        new ShopScopes(realm).assign("orders:read");
    }

    private NewKey alices(String... scopes) {
        return keys.create(Map.of("userId", realm.users().id("alice"), "scopes", List.of(scopes)));
    }

    @Nested
    class AClientKey {

        @Test
        void givesATokenOfItsOwnClientAndServiceAccount() {
            NewKey key = keys.create();

            Response answer = tokens.exchange(key.value(), Map.of());

            answer.then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("no-store"))
                    .body("token_type", equalTo("Bearer"))
                    .body("issued_token_type", equalTo(ACCESS_TOKEN))
                    .body("scope", equalTo("calls:read"))
                    .body("refresh_token", nullValue());
            JsonPath claims = KeyTokens.claims(answer.path("access_token"));
            assertThat(claims.getString("azp")).isEqualTo("shop-backend");
            assertThat(claims.getString("sub")).isEqualTo(keys.introspect(key).path("sub"));
            assertThat(claims.getString("aud")).isEqualTo("demo-api");
            assertThat(claims.getString("scope")).isEqualTo("calls:read");
            assertThat(claims.getString("api_key_id")).isEqualTo(key.id());
            assertThat(claims.<Object>get("email_verified")).isNull();
        }

        @Test
        void givesATokenThatIntrospectsToWhatTheKeyCarries() {
            tokens.introspect(tokens.exchanged(keys.create()))
                    .then()
                    .body("active", equalTo(true))
                    .body("azp", equalTo("shop-backend"))
                    .body("client_id", equalTo("shop-backend"))
                    .body("username", equalTo("service-account-shop-backend"))
                    .body("scope", equalTo("calls:read"))
                    .body("aud", equalTo("demo-api"))
                    .body("realm_access.roles", nullValue());
        }
    }

    @Nested
    class APersonalKey {

        @Test
        void givesATokenOfItsUser() {
            NewKey key = alices("calls:read");

            JsonPath claims = KeyTokens.claims(tokens.exchanged(key));

            assertThat(claims.getString("sub")).isEqualTo(realm.users().id("alice"));
            assertThat(claims.getString("azp")).isEqualTo("shop-backend");
            assertThat(claims.getString("scope")).isEqualTo("calls:read");
            assertThat(claims.<Object>get("email")).isNull();
            assertThat(claims.<List<String>>get("realm_access.roles")).isNullOrEmpty();
        }

        @Test
        void givesTheRolesAndClaimsThatItsScopesMap() {
            JsonPath claims = KeyTokens.claims(tokens.exchanged(alices("calls:read", "roles", "email")));

            assertThat(claims.getString("email")).isEqualTo("alice@example.com");
            assertThat(claims.<String>getList("realm_access.roles")).contains("editor");
        }

        @Test
        void givesATokenThatIntrospectsToItsUser() {
            tokens.introspect(tokens.exchanged(alices("calls:read")))
                    .then()
                    .body("active", equalTo(true))
                    .body("sub", equalTo(realm.users().id("alice")))
                    .body("username", equalTo("alice"))
                    .body("scope", equalTo("calls:read"))
                    .body("realm_access.roles", nullValue())
                    .body("email", nullValue());
        }
    }

    @Nested
    class TheScopeParameter {

        @ParameterizedTest
        @CsvSource({
            "calls:read, calls:read",
            "calls:read calls:write, calls:read",
            "calls:read roles email offline_access openid, calls:read",
            "contacts:read calls:read, calls:read contacts:read"
        })
        void narrowsAndNeverWidens(String requested, String granted) {
            NewKey key = keys.create(Map.of("scopes", List.of("calls:read", "contacts:read")));

            Response answer = tokens.exchange(key.value(), Map.of("scope", requested));

            answer.then().statusCode(200).body("id_token", nullValue()).body("refresh_token", nullValue());
            assertThat(ShopScopes.words(
                            KeyTokens.claims(answer.path("access_token")).getString("scope")))
                    .isEqualTo(ShopScopes.words(granted));
        }

        @ParameterizedTest
        @ValueSource(strings = {"calls:write", "openid", "offline_access", "roles", "dreams:read"})
        void forNothingThatTheKeyCarriesIsRefused(String requested) {
            tokens.exchange(keys.create().value(), Map.of("scope", requested))
                    .then()
                    .statusCode(400)
                    .body("error", equalTo("invalid_scope"));
        }
    }

    @Nested
    class TheAudienceParameter {

        private final NewKey key = keys.create(Map.of("scopes", List.of("calls:read", "orders:read")));

        @Test
        void leavesTheWholeAudienceOfTheKeyWhenItIsAbsent() {
            assertThat(KeyTokens.claims(tokens.exchanged(key)).<String>getList("aud"))
                    .containsExactlyInAnyOrder("demo-api", "other-api");
        }

        @Test
        void narrowsSoThatTheOthersAreToldNothing() {
            String token = tokens.exchange(key.value(), Map.of("audience", "other-api"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access_token");

            assertThat(KeyTokens.claims(token).getString("aud")).isEqualTo("other-api");
            tokens.introspect(token).then().body("", equalTo(Map.of("active", false)));
            realm.introspect("other-api", "other-api-secret", token).then().body("active", equalTo(true));
        }

        @ParameterizedTest
        @ValueSource(strings = {"shop-backend", "account", "realm-management", "nobody"})
        void outsideThatOfTheKeyIsRefused(String audience) {
            tokens.exchange(key.value(), Map.of("audience", audience))
                    .then()
                    .statusCode(400)
                    .body("access_token", nullValue());
        }
    }
}
