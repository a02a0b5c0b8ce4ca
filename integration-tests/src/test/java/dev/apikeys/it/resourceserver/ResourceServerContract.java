package dev.apikeys.it.resourceserver;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers of a protected API get, by HTTP status; the same for every implementation of Jakarta REST. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ResourceServerContract {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Implementation implementation;
    private final Keys keys = new Keys(realm);
    private ProtectedApi api;

    ResourceServerContract(Implementation implementation) {
        this.implementation = implementation;
    }

    @BeforeAll
    void startApi() {
        Keys.allowMany(realm);
        api = implementation.start(realm);
    }

    @AfterAll
    void stopApi() {
        api.close();
    }

    Keys keys() {
        return keys;
    }

    String url(String path) {
        return api.url(path);
    }

    @Nested
    class Ok200 {

        private final NewKey key = keys.create();

        @ParameterizedTest
        @CsvSource({"X-API-Key, ''", "Authorization, 'ApiKey '", "Authorization, 'Bearer '", "authorization, 'bEARER '"
        })
        void forAGoodKeyHoweverItIsPresented(String header, String scheme) {
            given().header(header, scheme + key.value())
                    .get(api.url("/calls"))
                    .then()
                    .statusCode(200)
                    .body(equalTo("calls"));
        }

        @Test
        void theHeaderForKeysGoesFirst() {
            api.with(key)
                    .header("Authorization", "Bearer nonsense")
                    .get(api.url("/calls"))
                    .then()
                    .statusCode(200);
        }

        @Test
        void forAnAccessTokenOfTheSameScope() {
            String token = realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read");

            given().auth().oauth2(token).get(api.url("/calls")).then().statusCode(200);
            given().auth().oauth2(token).post(api.url("/calls")).then().statusCode(403);
        }

        @Test
        void whereEveryRequiredScopeIsThere() {
            NewKey both = keys.create(Map.of("scopes", List.of("calls:read", "contacts:read")));

            api.get(both, "/calls/with-contacts").then().statusCode(200);
            api.get(both, "/calls/contacts").then().statusCode(200);
        }

        @Test
        void withoutKeyWhereNobodyIsAsked() {
            given().get(api.url("/calls/open")).then().statusCode(200);
            given().header("X-API-Key", "nonsense")
                    .get(api.url("/calls/open"))
                    .then()
                    .statusCode(200)
                    .header("RateLimit", nullValue());
        }

        @Test
        void tellsTheApplicationWhoCalls() {
            NewKey described = keys.create(Map.of("name", "Website", "metadata", Map.of("team", "shop")));

            String caller = api.get(described, "/calls/caller").asString();

            assertThat(caller.lines())
                    .contains(
                            "client=shop-backend",
                            "username=service-account-shop-backend",
                            "scopes=calls:read",
                            "keyId=" + described.id(),
                            "keyName=Website",
                            "environment=live",
                            "metadata={team=shop}",
                            "scheme=API_KEY",
                            "reads=true",
                            "writes=false")
                    .doesNotContain("subject=");
        }

        @Test
        void aPersonalKeyIsItsUser() {
            String alice = realm.users().id("alice");
            NewKey personal = keys.create(Map.of("userId", alice));

            Response answer = api.get(personal, "/calls/caller");

            answer.then().header("X-Caller", alice);
            assertThat(answer.asString().lines()).contains("name=" + alice, "subject=" + alice, "username=alice");
        }

        @Test
        void tellsWhereTheLimitStands() {
            NewKey limited = keys.create(Map.of("limits", List.of("5/hour")));
            long now = Instant.now().getEpochSecond();

            Response answer = api.get(limited, "/calls");

            answer.then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"key\";q=5;w=3600")
                    .header("RateLimit", equalTo("\"key\";r=4;t=3600"))
                    .header("X-RateLimit-Limit", "5")
                    .header("X-RateLimit-Remaining", "4");
            assertThat(Long.parseLong(answer.header("X-RateLimit-Reset"))).isBetween(now + 3599, now + 3610);
            api.get(limited, "/calls").then().header("X-RateLimit-Remaining", "3");
        }
    }

    @Nested
    class Unauthorized401 {

        @ParameterizedTest
        @ValueSource(strings = {"/calls", "/bare", "/calls/caller"})
        void withoutKey(String path) {
            Response answer = given().get(api.url(path));

            refused(answer, 401, "UNAUTHORIZED", "Missing or invalid API key").header("RateLimit", nullValue());
            assertThat(answer.headers().getValues("WWW-Authenticate"))
                    .containsExactly("Bearer realm=\"api\"", "ApiKey realm=\"api\"");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"x", "sk_live_unknown", "sk_live_00000000000000000000000000000000000000", "a&active=true"})
        void forAValueThatIsNoKey(String value) {
            refused(given().header("X-API-Key", value).get(api.url("/calls")), 401, "UNAUTHORIZED")
                    .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Basic eDp5", "Bearer", "Bearer ", "Negotiate abc"})
        void forOtherCredentials(String authorization) {
            refused(given().header("Authorization", authorization).get(api.url("/calls")), 401, "UNAUTHORIZED");
        }

        @ParameterizedTest
        @CsvSource({"revoke, KEY_REVOKED", "disable, KEY_DISABLED"})
        void forAKeyThatWasStopped(String action, String code) {
            NewKey key = keys.create();
            api.get(key, "/calls").then().statusCode(200);
            keys.act(key, action);

            refused(api.get(key, "/calls"), 401, code)
                    .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
        }

        @Test
        void forAnExpiredKey() {
            NewKey key =
                    keys.create(Map.of("expiresAt", Instant.now().plusSeconds(3).toString()));

            Response answer = Eventually.get(() -> api.get(key, "/calls"), it -> it.statusCode() != 200);

            refused(answer, 401, "KEY_EXPIRED", "API key has expired");
        }

        @Test
        void forAKeyThatIsMeantForAnotherApi() {
            NewKey key = keys.create(Map.of("fullAccess", false, "scopes", List.of("phone")));

            refused(api.get(key, "/bare"), 401, "UNAUTHORIZED");
        }
    }

    @Nested
    class Forbidden403 {

        private final NewKey key = keys.create(Map.of("limits", List.of("5/hour")));

        @Test
        void namesTheScopeThatIsMissing() {
            refused(
                            api.with(key).post(api.url("/calls")),
                            403,
                            "INSUFFICIENT_SCOPE",
                            "API key lacks required scope: calls:write")
                    .header(
                            "WWW-Authenticate",
                            allOf(
                                    containsString("error=\"insufficient_scope\""),
                                    containsString("scope=\"calls:write\"")));
        }

        @Test
        void whereOneOfSeveralScopesIsMissing() {
            refused(
                    api.get(key, "/calls/with-contacts"),
                    403,
                    "INSUFFICIENT_SCOPE",
                    "API key lacks required scope: contacts:read");
        }

        @Test
        void whereTheRuleStandsOnAnInterface() {
            refused(api.get(key, "/calls/contacts"), 403, "INSUFFICIENT_SCOPE");
        }

        @Test
        void countsNothingAndTellsWhereTheLimitStands() {
            api.get(key, "/calls").then().header("X-RateLimit-Remaining", "4");

            api.with(key).post(api.url("/calls")).then().statusCode(403).header("X-RateLimit-Remaining", "4");
            api.get(key, "/calls").then().header("X-RateLimit-Remaining", "3");
        }

        @Test
        void fromAnAddressThatIsNotAllowed() {
            NewKey elsewhere = keys.create(Map.of("allowedIps", List.of("203.0.113.0/24")));

            refused(api.get(elsewhere, "/calls"), 403, "IP_DENIED")
                    .header("WWW-Authenticate", containsString("error=\"ip_denied\""));
        }
    }

    @Nested
    class SubResources {

        private final NewKey reader = keys.create();
        private final NewKey contacts = keys.create(Map.of("scopes", List.of("contacts:read")));
        private final NewKey both = keys.create(Map.of("scopes", List.of("calls:read", "contacts:read")));

        @ParameterizedTest
        @ValueSource(
                strings = {"/admin/users", "/admin/users/open", "/admin/users/more", "/admin/users/more/more/open"})
        void askForWhatTheClassAsksForThatLedThere(String path) {
            refused(given().get(api.url(path)), 401, "UNAUTHORIZED");
            refused(api.get(reader, path), 403, "INSUFFICIENT_SCOPE", "API key lacks required scope: contacts:read");
            api.get(contacts, path).then().statusCode(200);
        }

        @Test
        void askForWhatTheyAskForBesides() {
            refused(api.get(reader, "/admin/users/calls"), 403, "INSUFFICIENT_SCOPE");
            refused(api.get(contacts, "/admin/users/calls"), 403, "INSUFFICIENT_SCOPE");
            api.get(both, "/admin/users/calls").then().statusCode(200);
        }
    }

    @Nested
    class OtherMethods {

        private final NewKey key = keys.create(Map.of("limits", List.of("5/hour")));

        @Test
        void headIsGet() {
            given().head(api.url("/calls")).then().statusCode(401);
            api.with(key).head(api.url("/calls")).then().statusCode(200).header("X-RateLimit-Remaining", "4");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/calls", "/bare", "/admin/users"})
        void optionsThatNoResourceAnswersTakeNoKey(String path) {
            given().options(api.url(path)).then().statusCode(200).header("Allow", containsString("GET"));
        }

        @Test
        void optionsOfAResourceTakeOne() {
            given().options(api.url("/calls/described")).then().statusCode(401);
            api.with(key)
                    .options(api.url("/calls/described"))
                    .then()
                    .statusCode(200)
                    .header("X-RateLimit-Remaining", "4");
        }
    }

    @Nested
    class CallersAddress {

        private final NewKey local = keys.create(Map.of("allowedIps", List.of("127.0.0.1")));
        private final NewKey remote = keys.create(Map.of("allowedIps", List.of("203.0.113.0/24")));

        @Test
        void isThatOfTheConnection() {
            api.get(local, "/calls").then().statusCode(200);
        }

        @Test
        void isNotWhatAnUntrustedCallerSays() {
            forwarded(api, remote, "203.0.113.7").then().statusCode(403);
            forwarded(api, local, "203.0.113.7").then().statusCode(200);
        }

        @Test
        void isWhatATrustedProxySays() {
            try (ProtectedApi behindProxy = implementation.start(realm, "trustedProxies", "127.0.0.0/8 10.0.0.0/8")) {
                forwarded(behindProxy, remote, "203.0.113.7").then().statusCode(200);
                forwarded(behindProxy, remote, "203.0.113.7, 10.0.0.4").then().statusCode(200);
                forwarded(behindProxy, remote, "203.0.113.7, 198.51.100.1")
                        .then()
                        .statusCode(403);
                forwarded(behindProxy, remote, "nonsense").then().statusCode(403);
                forwarded(behindProxy, local, "203.0.113.7").then().statusCode(403);
                behindProxy.get(local, "/calls").then().statusCode(200);
            }
        }

        private Response forwarded(ProtectedApi to, NewKey key, String header) {
            return to.with(key).header("X-Forwarded-For", header).get(to.url("/calls"));
        }
    }

    @Nested
    class TooManyRequests429 {

        @Test
        void saysHowLongToWait() {
            NewKey key = keys.create(Map.of("limits", List.of("2/hour")));
            api.get(key, "/calls").then().statusCode(200);
            api.get(key, "/calls").then().statusCode(200);

            Response answer = api.get(key, "/calls");

            refused(answer, 429, "RATE_LIMIT_EXCEEDED")
                    .header("X-RateLimit-Limit", "2")
                    .header("X-RateLimit-Remaining", "0")
                    .header("RateLimit-Policy", "\"key\";q=2;w=3600")
                    .header("RateLimit", containsString("\"key\";r=0;t="))
                    .body("error.message", containsString("Try again in "));
            int wait = Integer.parseInt(answer.header("Retry-After"));
            assertThat(wait).isBetween(3500, 3600);
            assertThat(answer.<Integer>path("retry_after")).isEqualTo(wait);
        }

        @Test
        void isOverWithTheWindow() {
            NewKey key = keys.create(Map.of("limits", List.of("1/2s")));
            api.get(key, "/calls").then().statusCode(200);
            api.get(key, "/calls").then().statusCode(429);

            Eventually.get(() -> api.get(key, "/calls").statusCode(), status -> status == 200);
        }
    }

    @Nested
    class AnswersOfTheApplication {

        private final NewKey key = keys.create(Map.of("limits", List.of("100/hour")));

        @ParameterizedTest
        @CsvSource({"/calls/gone, 404", "/calls/mapped, 409", "/calls/broken, 500"})
        void tellTheLimitsAlsoWhenTheyAreErrors(String path, int status) {
            api.get(key, path)
                    .then()
                    .statusCode(status)
                    .header("RateLimit", containsString("\"key\";r="))
                    .header("X-RateLimit-Limit", "100");
        }

        @Test
        void areItsOwnWhereNothingMatches() {
            given().get(api.url("/nothing")).then().statusCode(404);
            given().delete(api.url("/calls")).then().statusCode(405);
        }

        @Test
        void aMethodWithoutRuleTakesAnyGoodKey() {
            api.get(key, "/bare").then().statusCode(200).body(equalTo("somebody"));
        }
    }

    @Nested
    class Settings {

        @Test
        void problemDetailsInstead() {
            try (ProtectedApi problems = implementation.start(realm, "problem", "")) {
                NewKey key = keys.create(Map.of("limits", List.of("1/hour")));
                problems.with(key)
                        .post(problems.url("/calls"))
                        .then()
                        .statusCode(403)
                        .contentType("application/problem+json")
                        .body("code", equalTo("insufficient_scope"))
                        .body("type", equalTo("urn:keycloak:params:api-keys:error:insufficient_scope"))
                        .body("status", equalTo(403))
                        .body("detail", equalTo("API key lacks required scope: calls:write"));
                problems.get(key, "/calls").then().statusCode(200);
                problems.get(key, "/calls")
                        .then()
                        .statusCode(429)
                        .contentType("application/problem+json")
                        .body("violated-policies", equalTo(List.of("key")));
            }
        }

        @Test
        void optionalKeys() {
            try (ProtectedApi open = implementation.start(realm, "optional", "")) {
                given().get(open.url("/bare")).then().statusCode(200).body(equalTo("nobody"));
                given().header("X-API-Key", "x").get(open.url("/bare")).then().statusCode(401);
                given().get(open.url("/calls")).then().statusCode(401);
                open.get(keys.create(), "/bare").then().body(equalTo("somebody"));
            }
        }

        @Test
        void aWrongSecretOpensNothing() {
            try (ProtectedApi wrong = implementation.start(realm, "secret", "wrong")) {
                refused(wrong.get(keys.create(), "/calls"), 503, "SERVICE_UNAVAILABLE")
                        .header("Retry-After", "5");
            }
        }

        @Test
        void reasonsThatKeycloakKeepsToItself() {
            realm.setAttribute("api-keys.disclose-reason", "false");
            try {
                NewKey key = keys.create();
                keys.act(key, "revoke");

                refused(api.get(key, "/calls"), 401, "UNAUTHORIZED");
            } finally {
                realm.setAttribute("api-keys.disclose-reason", "true");
            }
        }
    }

    @Nested
    class ShortCache {

        @Test
        void isCountedAllTheSame() {
            NewKey key = keys.create(Map.of("limits", List.of("100/hour")));
            try (ProtectedApi caching = implementation.start(realm, "cacheSeconds", "60")) {
                for (int call = 1; call <= 10; call++) {
                    caching.get(key, "/calls")
                            .then()
                            .statusCode(200)
                            .header("X-RateLimit-Remaining", Integer.toString(100 - call));
                }
                assertThat(remaining(key)).isEqualTo(99);
            }
            assertThat(remaining(key)).isEqualTo(90);
        }

        @Test
        void letsNoMoreCallsThroughThanTheLimit() {
            NewKey key = keys.create(Map.of("limits", List.of("5/hour")));
            try (ProtectedApi caching = implementation.start(realm, "cacheSeconds", "60")) {
                for (int call = 0; call < 5; call++) {
                    caching.get(key, "/calls").then().statusCode(200);
                }
                caching.get(key, "/calls").then().statusCode(429);
                assertThat(remaining(key)).isZero();
            }
        }

        @Test
        void isEmptyWhenItsTimeIsOver() {
            NewKey key = keys.create();
            try (ProtectedApi caching = implementation.start(realm, "cacheSeconds", "1")) {
                caching.get(key, "/calls").then().statusCode(200);
                keys.act(key, "revoke");

                Eventually.get(() -> caching.get(key, "/calls").statusCode(), status -> status == 401);
            }
        }

        private int remaining(NewKey key) {
            return keys.introspect(key.value(), Map.of("cost", "0")).path("rate_limit[0].remaining");
        }
    }

    private static ValidatableResponse refused(Response answer, int status, String code, String message) {
        return refused(answer, status, code).body("error.message", equalTo(message));
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("error.code", equalTo(code));
    }
}
