package dev.apikeys.it.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A token made from a key says what the key carries, and nothing of what the client could have beside it. */
class LimitedTokensIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final Set<String> CLAIMS_OF_EVERY_TOKEN = Set.of(
            "exp",
            "iat",
            "jti",
            "iss",
            "aud",
            "sub",
            "typ",
            "azp",
            "scope",
            "api_key_hint",
            "api_key_scope",
            "api_key_id");

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void allowManyKeysAndGiveTheServiceAccountRoles() {
        Keys.allowMany(realm);
        Roles roles = new Roles(realm);
        roles.create("robot");
        roles.give("service-account-shop-backend", "robot");
        roles.giveOfClient("service-account-shop-backend", "realm-management", "view-clients");
    }

    private NewKey reader() {
        return keys.create(Map.of("scopes", List.of("calls:read", "contacts:read")));
    }

    @Nested
    class TheToken {

        @Test
        void hasNoRoleAudienceOrClaimOfTheDefaultClientScopes() {
            Map<String, Object> claims =
                    KeyTokens.claims(tokens.token(keys.create())).getMap("");

            assertThat(claims.keySet()).isEqualTo(CLAIMS_OF_EVERY_TOKEN);
            assertThat(claims).containsEntry("scope", "calls:read").containsEntry("aud", "demo-api");
        }

        @Test
        void hasThemWhenAClientSecretIsUsedInstead() {
            JsonPath claims = KeyTokens.claims(
                    realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read"));

            assertThat(claims.<String>getList("realm_access.roles")).contains("robot");
            assertThat(claims.<String>getList("aud")).contains("realm-management", "demo-api");
            assertThat(ShopScopes.words(claims.getString("scope"))).contains("email", "profile", "calls:read");
        }

        @Test
        void hasTheRolesWhenTheKeyCarriesTheScopeThatMapsThem() {
            JsonPath claims =
                    KeyTokens.claims(tokens.token(keys.create(Map.of("scopes", List.of("calls:read", "roles")))));

            assertThat(claims.<String>getList("realm_access.roles")).contains("robot");
            assertThat(claims.<String>getList("resource_access.realm-management.roles"))
                    .contains("view-clients");
        }

        @Test
        void hasEverythingOfTheClientWithFullAccess() {
            JsonPath claims =
                    KeyTokens.claims(tokens.token(keys.create(Map.of("scopes", List.of(), "fullAccess", true))));

            assertThat(claims.<String>getList("realm_access.roles")).contains("robot");
            assertThat(ShopScopes.words(claims.getString("scope")))
                    .contains("email", "profile", "calls:read", "contacts:write")
                    .doesNotContain("offline_access");
        }
    }

    @Nested
    class Introspection {

        @Test
        void ofTheTokenAddsNothingThatTheKeyDoesNotCarry() {
            tokens.introspect(tokens.token(keys.create()))
                    .then()
                    .body("active", equalTo(true))
                    .body("scope", equalTo("calls:read"))
                    .body("aud", equalTo("demo-api"))
                    .body("realm_access.roles", nullValue())
                    .body("resource_access", nullValue())
                    .body("email_verified", nullValue())
                    .body("preferred_username", nullValue())
                    .body("clientHost", nullValue())
                    .body("api_key_id", notNullValue());
        }

        @Test
        void ofANarrowedTokenDoesNotWidenIt() {
            String token = tokens.token(reader(), Map.of("scope", "calls:read"));

            tokens.introspect(token).then().body("active", equalTo(true)).body("scope", equalTo("calls:read"));
        }

        @Test
        void ofANarrowedTokenAddsNoScopeThatTheScopeClaimDoesNotShow() {
            NewKey key = keys.create(Map.of("scopes", List.of("calls:read", "roles")));

            tokens.introspect(tokens.token(key))
                    .then()
                    .body("realm_access.roles", hasItem("robot"))
                    .body("api_key_scope", nullValue());
            tokens.introspect(tokens.token(key, Map.of("scope", "calls:read")))
                    .then()
                    .body("active", equalTo(true))
                    .body("realm_access", nullValue())
                    .body("resource_access", nullValue());
        }
    }

    @Nested
    class ARefreshToken {

        @AfterEach
        void restore() {
            realm.clients().setAttribute("shop-backend", "client_credentials.use_refresh_token", "false");
        }

        @Test
        void isNotIssuedForAKeyWhateverTheClientIsConfiguredFor() {
            realm.clients().setAttribute("shop-backend", "client_credentials.use_refresh_token", "true");

            tokens.request(Presentation.BASIC, "shop-backend-secret")
                    .then()
                    .statusCode(200)
                    .body("refresh_token", notNullValue());
            tokens.request(Presentation.BASIC, keys.create().value())
                    .then()
                    .statusCode(200)
                    .body("refresh_token", nullValue())
                    .body("session_state", nullValue());
        }
    }
}
