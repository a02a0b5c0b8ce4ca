package dev.apikeys.it.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key authenticates its client for the client credentials grant. */
class KeyAsClientSecretIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String INVALID_CLIENT = "invalid_client";

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Nested
    class AGoodKey {

        @ParameterizedTest
        @EnumSource
        void givesATokenOfTheServiceAccountWhereverTheRequestCarriesIt(Presentation presentation) {
            NewKey key = keys.create();

            String token = tokens.request(presentation, key.value())
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("no-store"))
                    .body("token_type", equalTo("Bearer"))
                    .body("scope", equalTo("calls:read"))
                    .body("refresh_token", nullValue())
                    .body("id_token", nullValue())
                    .extract()
                    .path("access_token");

            JsonPath claims = KeyTokens.claims(token);
            assertThat(claims.getString("azp")).isEqualTo("shop-backend");
            assertThat(claims.getString("sub"))
                    .isEqualTo(keys.introspect(key).path("sub"))
                    .isNotEmpty();
            assertThat(claims.getString("api_key_id")).isEqualTo(key.id());
            tokens.introspect(token).then().body("active", equalTo(true)).body("azp", equalTo("shop-backend"));
        }

        @Test
        void isGoodInARealmWhoseNameMustBeEncodedInAddresses() {
            TestRealm odd = TestRealm.of(Map.of(
                    "realm",
                    "my réalm",
                    "enabled",
                    true,
                    "clientScopes",
                    List.of(Map.of("name", "calls:read", "protocol", "openid-connect")),
                    "clients",
                    List.of(Map.of(
                            "clientId",
                            "shop-backend",
                            "serviceAccountsEnabled",
                            true,
                            "attributes",
                            Map.of("api-keys.enabled", "true"),
                            "optionalClientScopes",
                            List.of("calls:read")))));
            odd.whileImported(() -> {
                NewKey key = new Keys(odd).create();
                for (Presentation presentation : Presentation.values()) {
                    new KeyTokens(odd).request(presentation, key.value()).then().statusCode(200);
                }
            });
        }

        @Test
        void isRecordedWithTheLoginOfItsClient() {
            NewKey key = keys.create();

            tokens.token(key);

            realm.admin()
                    .queryParam("type", "CLIENT_LOGIN")
                    .get(realm.adminUrl("/events"))
                    .then()
                    .statusCode(200)
                    .body("find { it.details.api_key_id == '" + key.id() + "' }.clientId", equalTo("shop-backend"));
        }
    }

    @Nested
    class TheClientThatTheRequestNames {

        @ParameterizedTest
        @EnumSource(names = {"BASIC", "FORM", "HEADER", "SCHEME"})
        void mustBeTheClientOfTheKey(Presentation presentation) {
            realm.clients()
                    .create(Map.of(
                            "clientId",
                            "twin-" + presentation,
                            "secret",
                            "twin-secret",
                            "serviceAccountsEnabled",
                            true));

            tokens.request(presentation, "twin-" + presentation, keys.create().value(), Map.of())
                    .then()
                    .statusCode(401)
                    .body("access_token", nullValue());
        }

        @ParameterizedTest
        @EnumSource(names = {"BASIC", "FORM", "HEADER", "SCHEME"})
        void mustExist(Presentation presentation) {
            tokens.request(presentation, "nobody", keys.create().value(), Map.of())
                    .then()
                    .statusCode(401)
                    .body("error", equalTo(INVALID_CLIENT));
        }

        @Test
        void isNotToBeNamedTwiceInDifferentWays() {
            given().auth()
                    .preemptive()
                    .basic("shop-backend", keys.create().value())
                    .formParam("client_id", "demo-api")
                    .formParam("grant_type", "client_credentials")
                    .post(realm.realmUrl("/protocol/openid-connect/token"))
                    .then()
                    .statusCode(401)
                    .body("access_token", nullValue());
        }
    }
}
