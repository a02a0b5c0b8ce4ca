package dev.apikeys.it.introspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.check.ClientAttributes;
import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.Transfers;
import dev.apikeys.it.tokens.KeyTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values of another system's shape, at every door; and what such a realm still does not take for a key. */
class ForeignKeysIT {

    /** As other systems make them: one with two dots, like a JWT, and one with every kind of sign. */
    private static final String WITH_DOTS = "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";

    private static final String WITH_SIGNS = "old!key#4711/with+all$of=them";
    private static final String OF_ALICE = "foreign-key-of-alice";
    private static final String WITH_OUR_PREFIX = "sk_live_but_of_another_shape";
    private static final String LIKE_A_JWT = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.signature";
    private static final String LONG = "x".repeat(513);

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);

    @BeforeAll
    static void importAll() {
        new KeyTokens(realm).allowExchange("demo-api");
        Transfers.Report report = Transfers.of(realm)
                .importLines(List.of(
                        KeyRecords.of("dots", WITH_DOTS),
                        KeyRecords.of("signs", WITH_SIGNS),
                        KeyRecords.with(KeyRecords.of("alice", OF_ALICE), "username", "alice"),
                        KeyRecords.of("prefix", WITH_OUR_PREFIX),
                        KeyRecords.of("jwt", LIKE_A_JWT),
                        KeyRecords.of("long", LONG),
                        KeyRecords.of("space", "a key with spaces"),
                        KeyRecords.of("short", "seven77")));
        assertThat(report.count("imported")).as(report.text()).isEqualTo(8);
    }

    @BeforeEach
    void accept() {
        realm.setAttribute("api-keys.accept-foreign", "true");
    }

    private boolean introspects(String value) {
        return keys.introspect(value, Map.of()).path("active");
    }

    private int tokenStatus(Map<String, String> form, Map<String, String> headers) {
        return given().headers(headers)
                .formParams(form)
                .formParam("grant_type", "client_credentials")
                .post(realm.realmUrl("/protocol/openid-connect/token"))
                .statusCode();
    }

    private int checkStatus(String value) {
        return given().auth()
                .preemptive()
                .basic("demo-api", "demo-api-secret")
                .header("X-API-Key", value)
                .get(realm.realmUrl("/api-keys/check"))
                .statusCode();
    }

    @Test
    void areIntrospected() {
        assertThat(introspects(WITH_DOTS)).isTrue();
        assertThat(introspects(WITH_SIGNS)).isTrue();
        keys.introspect(OF_ALICE, Map.of("token_type_hint", "api_key")).then().body("username", equalTo("alice"));
    }

    @Test
    void authenticateTheirClientAsOursDo() {
        assertThat(tokenStatus(Map.of("client_id", "shop-backend", "client_secret", WITH_DOTS), Map.of()))
                .isEqualTo(200);
        assertThat(tokenStatus(Map.of(), Map.of("X-API-Key", WITH_SIGNS))).isEqualTo(200);
        assertThat(tokenStatus(Map.of(), Map.of("Authorization", "ApiKey " + WITH_SIGNS)))
                .isEqualTo(200);
        assertThat(tokenStatus(Map.of(), Map.of("X-API-Key", "unknown-foreign")))
                .isEqualTo(401);
        assertThat(tokenStatus(Map.of("client_id", "demo-api", "client_secret", WITH_DOTS), Map.of()))
                .isEqualTo(401);
    }

    @Test
    void areExchangedAndChecked() {
        given().auth()
                .preemptive()
                .basic("demo-api", "demo-api-secret")
                .formParams(Map.of(
                        "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token", OF_ALICE,
                        "subject_token_type", "urn:keycloak:params:oauth:token-type:api-key"))
                .post(realm.realmUrl("/protocol/openid-connect/token"))
                .then()
                .statusCode(200);
        assertThat(checkStatus(WITH_SIGNS)).isEqualTo(200);
        assertThat(checkStatus("unknown-foreign")).isEqualTo(401);
    }

    @Test
    void standBesideNoOtherKeyButAnyTokenOfTheApplicationDoes() {
        NewKey key = keys.create();
        ClientAttributes.openChecks(realm, "demo-api", "true");
        try {
            assertThat(openCheckStatus(key, "opaque-token-of-the-app")).isEqualTo(200);
            assertThat(openCheckStatus(key, WITH_DOTS)).isEqualTo(400);
        } finally {
            ClientAttributes.openChecks(realm, "demo-api", "false");
        }
    }

    private int openCheckStatus(NewKey key, String bearer) {
        return given().header("X-API-Key", key.value())
                .header("Authorization", "Bearer " + bearer)
                .queryParam("audience", "demo-api")
                .get(realm.realmUrl("/api-keys/check"))
                .statusCode();
    }

    @Test
    void areNothingWhereTheRealmDoesNotAcceptThem() {
        realm.setAttribute("api-keys.accept-foreign", "false");

        assertThat(introspects(WITH_DOTS) || introspects(WITH_SIGNS)).isFalse();
        assertThat(tokenStatus(Map.of("client_id", "shop-backend", "client_secret", WITH_DOTS), Map.of()))
                .isEqualTo(401);
        assertThat(tokenStatus(Map.of(), Map.of("X-API-Key", WITH_SIGNS))).isEqualTo(401);
    }

    @Test
    void areNoneWhenTheyLookLikeOursOrLikeAJwtOrAreTooLongOrShort() {
        assertThat(introspects(WITH_OUR_PREFIX)).isFalse();
        assertThat(introspects(LIKE_A_JWT)).isFalse();
        assertThat(introspects(LONG)).isFalse();
        assertThat(introspects("a key with spaces")).isFalse();
        assertThat(introspects("seven77")).isFalse();
        assertThat(introspects("unknown-foreign")).isFalse();
    }

    @Test
    void areNoneInPlaceOfATokenOfKeycloakItself() {
        String token = realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read");

        keys.introspect(token, Map.of()).then().body("active", equalTo(true)).body("api_key", nullValue());
    }

    @Test
    void ofOurOwnShapeNeedNoSetting() {
        NewKey key = keys.create();
        realm.admin().delete(realm.adminUrl("/api-keys/" + key.id())).then().statusCode(204);
        Transfers.of(realm).importLines(List.of(KeyRecords.of("ours", key.value())));
        realm.setAttribute("api-keys.accept-foreign", "false");

        assertThat(introspects(key.value())).isTrue();
    }
}
