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
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameter {@code cost} of introspection. */
class CostIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final LimitedKeys limited = new LimitedKeys(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Nested
    class OfOne {

        @Test
        void isWhatACallCostsThatDoesNotSay() {
            NewKey key = limited.create("10/hour");

            assertThat(Reported.remaining(limited.call(key))).containsExactly(9);
            assertThat(Reported.remaining(limited.call(key, 1))).containsExactly(8);
        }
    }

    @Nested
    class OfMore {

        @Test
        void isTakenAtOnce() {
            NewKey key = limited.create("10/hour", "20/day");

            assertThat(Reported.remaining(limited.call(key, 7))).containsExactly(3, 13);
        }

        @Test
        void maySpendTheWholeLimit() {
            NewKey key = limited.create("1000/hour");

            Response answer = limited.call(key, 1000);

            isAllowed(answer);
            assertThat(Reported.remaining(answer)).containsExactly(0);
            isLimited(limited.call(key));
        }

        @Test
        void thanRemainsIsRefusedAndTakesNothingSoThatASmallerOneSucceeds() {
            NewKey key = limited.create("10/hour");
            limited.call(key, 7);

            Response refused = limited.call(key, 4);

            isLimited(refused);
            assertThat(Reported.remaining(refused)).containsExactly(3);
            Response smaller = limited.call(key, 3);
            isAllowed(smaller);
            assertThat(Reported.remaining(smaller)).containsExactly(0);
        }

        @Test
        void thanOneOfSeveralLimitsLeavesIsTakenFromNone() {
            NewKey key = limited.create("10/hour", "5/day");

            isLimited(limited.call(key, 6));

            assertThat(limited.remaining(key)).containsExactly(10, 5);
        }

        @Test
        void thanTheLimitIsAlwaysRefusedAndBeginsNoWindow() {
            NewKey key = limited.create("5/hour");

            isLimited(limited.call(key, 6));
            isLimited(limited.call(key, 1000));

            assertThat(Reported.in(limited.look(key))).containsExactly(new Reported("key", 5, 5, 3600, 3600));
        }
    }

    @Nested
    class OfNothing {

        @Test
        void takesNothingHoweverOften() {
            NewKey key = limited.create("2/hour");

            for (int look = 0; look < 5; look++) {
                assertThat(limited.remaining(key)).containsExactly(2);
            }
            limited.use(key, 2);
        }

        @Test
        void beginsNoWindow() {
            NewKey key = limited.create("2/hour");
            NewKey begun = limited.create("2/hour");
            limited.look(key);
            limited.use(begun, 1);

            Eventually.get(() -> Reported.onlyOneIn(limited.look(begun)), reported -> reported.reset() <= 3598);

            assertThat(Reported.in(limited.look(key))).containsExactly(new Reported("key", 2, 2, 3600, 3600));
        }

        @Test
        void isNotRefusedWhenNothingIsLeft() {
            NewKey key = limited.create("2/hour");
            limited.use(key, 2);
            isLimited(limited.call(key));

            assertThat(limited.remaining(key)).containsExactly(0);
            isLimited(limited.call(key));
        }

        @Test
        void isRefusedForAnyOtherReason() {
            NewKey key = limited.create("2/hour");
            keys.act(key, "revoke");

            limited.call(key, 0)
                    .then()
                    .body("active", equalTo(false))
                    .body("error", equalTo("key_revoked"))
                    .body("$", not(hasKey("rate_limit")));
        }
    }

    @Nested
    class OfWhatIsNoCost {

        @ParameterizedTest
        @ValueSource(strings = {"-1", "1001", "1.5", "two"})
        void isABadRequestAndTakesNothing(String cost) {
            NewKey key = limited.create("2/hour");

            keys.introspect(key.value(), Map.of("cost", cost))
                    .then()
                    .statusCode(400)
                    .body("error", equalTo("invalid_request"));

            assertThat(limited.remaining(key)).containsExactly(2);
        }
    }
}
