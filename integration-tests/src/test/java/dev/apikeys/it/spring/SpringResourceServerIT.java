package dev.apikeys.it.spring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Curl;
import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.RequiresCurl;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.WalkKeys;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spring Security as it comes, told nothing but where to introspect and as whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpringResourceServerIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private SpringResourceServer spring;

    @BeforeAll
    void startSpring() {
        Keys.allowMany(realm);
        spring = SpringResourceServer.start(
                realm.realmUrl("/protocol/openid-connect/token/introspect"), "demo-api", "demo-api-secret");
    }

    @AfterAll
    void stopSpring() {
        spring.close();
    }

    @Test
    @RequiresCurl
    void everyAnswerIsAsItMustBe() {
        Curl.Walk walk = Curl.walk("spring.sh", new WalkKeys(keys).create(spring.url("")));

        assertThat(walk.exitCode()).as(walk.output()).isZero();
        assertThat(walk.output()).contains("401: the call after them", "All answers are as they must be");
    }

    @Test
    void aGoodKeyIsLetIn() {
        NewKey key = keys.create();

        given().auth()
                .oauth2(key.value())
                .get(spring.url("/calls"))
                .then()
                .statusCode(200)
                .body("attributes.client_id", equalTo("shop-backend"));
    }

    @Test
    void aKeyWithTheScopeMayWrite() {
        NewKey key = keys.create(Map.of("scopes", List.of("calls:write")));

        given().auth().oauth2(key.value()).post(spring.url("/calls")).then().statusCode(201);
        assertStatus(key.value(), 403);
    }

    @Test
    void aKeyWithoutTheScopeIsForbiddenAndToldWhatIsMissing() {
        NewKey key = keys.create();

        given().auth()
                .oauth2(key.value())
                .post(spring.url("/calls"))
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", containsString("error=\"insufficient_scope\""));
    }

    /** It has no place for a caller's address in its introspection request. */
    @Test
    void aKeyForCertainAddressesIsUnauthorizedEverywhere() {
        NewKey key = keys.create(Map.of("allowedIps", List.of("127.0.0.0/8")));

        assertStatus(key.value(), 401);
    }

    /** Of an inactive token it knows no more than that. */
    @Test
    void aUsedUpLimitLooksLikeABadKey() {
        NewKey key = keys.create(Map.of("limits", List.of("1/hour")));
        assertStatus(key.value(), 200);

        Response answer = given().auth().oauth2(key.value()).get(spring.url("/calls"));

        answer.then().statusCode(401);
        assertThat(answer.headers().hasHeaderWithName("Retry-After")).isFalse();
    }

    @Test
    void anExpiredKeyIsUnauthorized() {
        NewKey key =
                keys.create(Map.of("expiresAt", Instant.now().plusSeconds(3).toString()));
        assertStatus(key.value(), 200);

        Eventually.get(() -> status(key.value()), status -> status == 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_unknown", "sk_live_00000000000000000000000000000000000000", "x"})
    void anUnknownKeyIsUnauthorized(String value) {
        assertStatus(value, 401);
    }

    private void assertStatus(String value, int status) {
        given().auth().oauth2(value).get(spring.url("/calls")).then().statusCode(status);
    }

    private int status(String value) {
        return given().auth().oauth2(value).get(spring.url("/calls")).statusCode();
    }
}
