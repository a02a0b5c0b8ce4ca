package dev.apikeys.it.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
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

/** What the scope parameter of a client credentials request does. */
class RequestedScopesIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    private NewKey reader() {
        return keys.create(Map.of("scopes", List.of("calls:read", "contacts:read")));
    }

    @Nested
    class TheScopeParameter {

        @ParameterizedTest
        @CsvSource({
            "calls:read, calls:read",
            "calls:read calls:write, calls:read",
            "calls:read offline_access, calls:read",
            "calls:read roles profile email, calls:read",
            "openid calls:read, calls:read",
            "contacts:read calls:read, calls:read contacts:read"
        })
        void narrowsAndNeverWidens(String requested, String granted) {
            Response answer =
                    tokens.request(Presentation.FORM, "shop-backend", reader().value(), Map.of("scope", requested));

            answer.then().statusCode(200).body("refresh_token", nullValue()).body("id_token", nullValue());
            assertThat(ShopScopes.words(answer.path("scope"))).isEqualTo(ShopScopes.words(granted));
            JsonPath claims = KeyTokens.claims(answer.path("access_token"));
            assertThat(ShopScopes.words(claims.getString("scope"))).isEqualTo(ShopScopes.words(granted));
            assertThat(claims.<Object>get("email_verified")).isNull();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "calls:write",
                    "offline_access",
                    "openid",
                    "roles",
                    "email profile",
                    "dreams:read",
                    "CALLS:READ"
                })
        void forNothingThatTheKeyCarriesIsRefused(String requested) {
            tokens.request(Presentation.FORM, "shop-backend", reader().value(), Map.of("scope", requested))
                    .then()
                    .statusCode(400)
                    .body("error", equalTo("invalid_scope"))
                    .body("access_token", nullValue());
        }

        @Test
        void isNotNeeded() {
            assertThat(ShopScopes.words(KeyTokens.claims(tokens.token(reader())).getString("scope")))
                    .containsExactlyInAnyOrder("calls:read", "contacts:read");
        }
    }
}
