package dev.apikeys.it.limits;

import static dev.apikeys.it.limits.LimitedKeys.isAllowed;
import static dev.apikeys.it.limits.LimitedKeys.isLimited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is told what about limits. */
class RateLimitDisclosureIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final Map<String, Object> INACTIVE = Map.of("active", false);

    private final Keys keys = new Keys(realm);
    private final LimitedKeys limited = new LimitedKeys(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Nested
    class OfARefusedCall {

        private final NewKey key = limited.create("1/hour");

        @AfterEach
        void disclose() {
            realm.setAttribute("api-keys.disclose-reason", "true");
        }

        @Test
        void everythingIsToldToAResourceServerInTheAudience() {
            limited.use(key, 1);

            Response answer = limited.call(key);

            assertThat(answer.jsonPath().getMap(""))
                    .containsOnlyKeys("active", "error", "error_description", "retry_after", "rate_limit");
            isLimited(answer).body("error_description", equalTo("Too many requests with this API key"));
            assertThat(answer.<Object>path("retry_after")).isInstanceOf(Integer.class);
            assertThat(Reported.policies(answer)).containsExactly("key");
        }

        @Test
        void nothingIsToldWhereTheRealmDoesNotDiscloseReasons() {
            limited.use(key, 1);
            realm.setAttribute("api-keys.disclose-reason", "false");

            limited.call(key).then().statusCode(200).body("", equalTo(INACTIVE));
        }

        @Test
        void nothingIsToldToAnyOtherResourceServer() {
            limited.use(key, 1);

            elsewhere(key).then().statusCode(200).body("", equalTo(INACTIVE));
        }
    }

    @Nested
    class OfAGoodCall {

        @Test
        void theLimitsAreToldThoughTheRealmDoesNotDiscloseReasons() {
            NewKey key = limited.create("5/hour");
            realm.setAttribute("api-keys.disclose-reason", "false");

            Response answer = limited.call(key);

            isAllowed(answer);
            assertThat(Reported.remaining(answer)).containsExactly(4);
            realm.setAttribute("api-keys.disclose-reason", "true");
        }
    }

    @Nested
    class OfACallThatIsRefusedForAnotherReason {

        @Test
        void nothingOfTheLimitsIsToldNorTakenWhileTheKeyIsDisabled() {
            NewKey key = limited.create("1/hour");
            keys.act(key, "disable");
            isRefusedWithoutLimits("key_disabled", limited.call(key));
            keys.act(key, "enable");

            assertThat(limited.remaining(key)).containsExactly(1);
        }

        @Test
        void nothingOfTheLimitsIsToldNorTakenAfterTheExpiry() {
            NewKey key = keys.create(Map.of(
                    "limits",
                    List.of("1/hour"),
                    "expiresAt",
                    Instant.now().plusSeconds(1).toString()));
            Eventually.get(() -> limited.call(key, 0), answer -> !answer.<Boolean>path("active"));
            isRefusedWithoutLimits("key_expired", limited.call(key));
            keys.change(key, Map.of("expiresAt", "2999-12-31T00:00:00Z"));

            assertThat(limited.remaining(key)).containsExactly(1);
        }

        @Test
        void nothingOfTheLimitsIsToldNorTakenForAValueThatWasReplaced() {
            NewKey key = limited.create("1/hour");
            String next = realm.admin()
                    .post(realm.adminUrl("/api-keys/" + key.id() + "/rotate"))
                    .path("key");
            isRefusedWithoutLimits("key_revoked", limited.call(key));

            assertThat(limited.remaining(new NewKey(key.id(), next))).containsExactly(1);
        }

        @Test
        void nothingOfTheLimitsIsToldNorTakenAtTheWrongAddress() {
            NewKey key = keys.create(Map.of("limits", List.of("1/hour"), "allowedIps", List.of("10.0.0.1")));
            isRefusedWithoutLimits("ip_denied", keys.introspect(key.value(), Map.of("client_ip", "10.0.0.2")));

            Response answer = keys.introspect(key.value(), Map.of("client_ip", "10.0.0.1"));
            assertThat(Reported.remaining(answer)).containsExactly(0);
            isAllowed(answer);
        }

        @Test
        void nothingOfTheLimitsIsToldNorTakenWhenAScopeIsMissing() {
            NewKey key = limited.create("1/hour");
            isRefusedWithoutLimits("insufficient_scope", keys.introspect(key.value(), Map.of("scope", "calls:write")));

            limited.use(key, 1);
            isLimited(limited.call(key));
            isRefusedWithoutLimits("insufficient_scope", keys.introspect(key.value(), Map.of("scope", "calls:write")));
        }

        @Test
        void nothingOfTheLimitsIsTakenByAResourceServerOutsideTheAudience() {
            NewKey key = limited.create("1/hour");
            elsewhere(key).then().body("", equalTo(INACTIVE));

            assertThat(limited.remaining(key)).containsExactly(1);
        }

        private static void isRefusedWithoutLimits(String error, Response answer) {
            answer.then()
                    .statusCode(200)
                    .body("active", equalTo(false))
                    .body("error", equalTo(error))
                    .body("$", not(hasKey("rate_limit")))
                    .body("$", not(hasKey("retry_after")));
        }
    }

    private static Response elsewhere(NewKey key) {
        return realm.introspect("other-api", "other-api-secret", key.value());
    }
}
