package dev.apikeys.it.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that use no keys are answered as if the jar were not there. */
class StockClientsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @Nested
    class AClientSecret {

        @ParameterizedTest
        @ValueSource(strings = {"BASIC", "FORM"})
        void isGoodWhenItIsRightAndRefusedInStockWordsWhenItIsWrong(Presentation presentation) {
            tokens.request(presentation, "shop-backend-secret").then().statusCode(200);
            tokens.request(presentation, "wrong")
                    .then()
                    .statusCode(401)
                    .body("error", equalTo("unauthorized_client"))
                    .body("error_description", equalTo("Invalid client or Invalid client credentials"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"HEADER", "SCHEME", "HEADER_ALONE", "SCHEME_ALONE"})
        void isNoKey(Presentation presentation) {
            tokens.request(presentation, "shop-backend-secret").then().statusCode(401);
        }

        @Test
        void mayLookLikeAKey() {
            NewKey gone = keys.create();
            realm.admin()
                    .delete(realm.adminUrl("/api-keys/" + gone.id()))
                    .then()
                    .statusCode(204);
            realm.clients()
                    .create(Map.of("clientId", "lookalike", "secret", gone.value(), "serviceAccountsEnabled", true));

            String token = tokens.request(Presentation.BASIC, "lookalike", gone.value(), Map.of())
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access_token");

            assertThat(KeyTokens.claims(token).getString("api_key_id")).isNull();
        }

        @Test
        void givesTheClientsWholeTokenAsEver() {
            String token = realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read");

            JsonPath claims = KeyTokens.claims(token);
            assertThat(claims.getString("preferred_username")).isEqualTo("service-account-shop-backend");
            assertThat(claims.<String>getList("realm_access.roles")).isNotEmpty();
            assertThat(claims.getString("api_key_id")).isNull();
        }
    }

    @Nested
    class APublicClient {

        @Test
        void logsUsersInWithoutAnyCredentialOfItsOwn() {
            realm.tokens()
                    .request(Map.of(
                            "grant_type",
                            "password",
                            "client_id",
                            "admin-cli",
                            "username",
                            "alice",
                            "password",
                            "alice"))
                    .then()
                    .statusCode(200)
                    .body("access_token", notNullValue())
                    .body("refresh_token", notNullValue());
        }

        @Test
        void getsNoTokenOfItsOwnNotEvenWithAKeyOfAnotherClient() {
            tokens.request(Presentation.FORM, "admin-cli", "anything", Map.of())
                    .then()
                    .statusCode(401)
                    .body("error", equalTo("unauthorized_client"));
            tokens.request(Presentation.HEADER, "admin-cli", keys.create().value(), Map.of())
                    .then()
                    .statusCode(401)
                    .body("error", equalTo("unauthorized_client"));
        }
    }

    @Nested
    class ARequestWithoutCredentials {

        @Test
        void isRefusedInStockWords() {
            given().formParam("grant_type", "client_credentials")
                    .post(realm.realmUrl("/protocol/openid-connect/token"))
                    .then()
                    .statusCode(401)
                    .body("error", equalTo("invalid_client"))
                    .body("error_description", equalTo("Invalid client or Invalid client credentials"));
        }
    }
}
