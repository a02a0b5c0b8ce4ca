package dev.apikeys.it.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a token request carries a key to no effect. */
class KeyInOtherPlacesIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Nested
    class AKeyElsewhere {

        @ParameterizedTest
        @ValueSource(strings = {"Bearer ", "Basic ", "Digest ", "ApiKey", ""})
        void inTheAuthorizationHeaderIsNoCredential(String scheme) {
            given().header("Authorization", scheme + keys.create().value())
                    .formParam("grant_type", "client_credentials")
                    .formParam("client_id", "shop-backend")
                    .post(realm.realmUrl("/protocol/openid-connect/token"))
                    .then()
                    .statusCode(401)
                    .body("access_token", nullValue());
        }

        @ParameterizedTest
        @ValueSource(strings = {"api_key", "password", "client_assertion", "token", "X-API-Key"})
        void inAnotherFormParameterIsNoCredential(String parameter) {
            given().formParam(parameter, keys.create().value())
                    .formParam("grant_type", "client_credentials")
                    .formParam("client_id", "shop-backend")
                    .post(realm.realmUrl("/protocol/openid-connect/token"))
                    .then()
                    .statusCode(401)
                    .body("access_token", nullValue());
        }

        @Test
        void inTheQueryIsNoCredential() {
            given().queryParam("client_secret", keys.create().value())
                    .formParam("grant_type", "client_credentials")
                    .formParam("client_id", "shop-backend")
                    .post(realm.realmUrl("/protocol/openid-connect/token"))
                    .then()
                    .statusCode(401);
        }

        @Test
        void countsForNothingBesideAClientSecret() {
            String token = given().header("X-API-Key", keys.create().value())
                    .formParam("grant_type", "client_credentials")
                    .formParam("client_id", "shop-backend")
                    .formParam("client_secret", "shop-backend-secret")
                    .post(realm.realmUrl("/protocol/openid-connect/token"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access_token");

            assertThat(KeyTokens.claims(token).getString("api_key_id")).isNull();
        }
    }
}
