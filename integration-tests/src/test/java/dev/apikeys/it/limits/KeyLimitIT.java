package dev.apikeys.it.limits;

import static dev.apikeys.it.limits.LimitedKeys.isAllowed;
import static dev.apikeys.it.limits.LimitedKeys.isLimited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy {@code key}. */
class KeyLimitIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final LimitedKeys limited = new LimitedKeys(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Nested
    class OfOneLimit {

        @Test
        void letsThroughAsManyCallsAsItSaysAndCountsThemDown() {
            NewKey key = limited.create("5/hour");

            for (int left = 4; left >= 0; left--) {
                Response answer = limited.call(key);
                isAllowed(answer);
                Reported reported = Reported.onlyOneIn(answer);
                assertThat(reported).isEqualTo(new Reported("key", 5, left, reported.reset(), 3600));
            }
        }

        @Test
        void refusesEveryCallAfterThatAndSaysWhenToTryAgain() {
            NewKey key = limited.create("2/hour");
            limited.use(key, 2);

            for (int call = 0; call < 3; call++) {
                Response answer = limited.call(key);
                isLimited(answer).body("retry_after", allOf(greaterThanOrEqualTo(1), lessThanOrEqualTo(3600)));
                Reported reported = Reported.onlyOneIn(answer);
                assertThat(reported).isEqualTo(new Reported("key", 2, 0, reported.reset(), 3600));
                assertThat(answer.<Integer>path("retry_after")).isEqualTo(reported.reset());
            }
        }

        @Test
        void leavesOtherKeysOfTheClientAlone() {
            NewKey key = limited.create("1/hour");
            NewKey other = limited.create("1/hour");
            limited.use(key, 1);
            isLimited(limited.call(key));

            isAllowed(limited.call(other));
        }

        @ParameterizedTest
        @CsvSource({"5/second,5,1", "5/10s,5,10", "6/minute,6,60", "7/2h,7,7200", "8/day,8,86400"})
        void isReportedInSecondsAndBeforeTheFirstCallWithItsWholeWindow(String limit, int count, int window) {
            NewKey key = limited.create(limit);

            assertThat(Reported.in(limited.look(key)))
                    .containsExactly(new Reported("key", count, count, window, window));
        }
    }

    @Nested
    class OfSeveralLimits {

        @Test
        void isReportedAsListed() {
            NewKey key = limited.create("60/minute", "1000/day", "100/hour");

            assertThat(Reported.in(limited.look(key)))
                    .containsExactly(
                            new Reported("key", 60, 60, 60, 60),
                            new Reported("key", 1000, 1000, 86400, 86400),
                            new Reported("key", 100, 100, 3600, 3600));
        }

        @Test
        void takesACallFromEachOfThem() {
            NewKey key = limited.create("60/minute", "1000/hour");
            limited.use(key, 3);

            assertThat(limited.remaining(key)).containsExactly(57, 997);
        }

        @ParameterizedTest
        @CsvSource({"2/hour,5/day", "5/day,2/hour"})
        void refusesWhatOneOfThemRefusesAndThenTakesNothingFromAnyOther(String first, String second) {
            NewKey key = limited.create(first, second);
            limited.use(key, 2);

            for (int call = 0; call < 4; call++) {
                isLimited(limited.call(key));
            }

            assertThat(limited.remaining(key)).containsExactlyInAnyOrder(0, 3);
        }

        @Test
        void saysToWaitForTheLastOfThoseThatRefuse() {
            NewKey key = limited.create("2/minute", "2/hour");
            limited.use(key, 2);

            isLimited(limited.call(key)).body("retry_after", allOf(greaterThan(60), lessThanOrEqualTo(3600)));
        }
    }

    @Nested
    class OfAKeyWithoutLimitsOfItsOwn {

        @AfterEach
        void restoreTheDefault() {
            realm.setAttribute("api-keys.default-limit", "1000/hour");
        }

        @Test
        void isTheDefaultOfTheRealm() {
            Map<String, Object> nullLimits = new HashMap<>();
            nullLimits.put("limits", null);

            for (NewKey key : List.of(keys.create(), keys.create(nullLimits))) {
                assertThat(Reported.in(limited.look(key))).containsExactly(new Reported("key", 1000, 1000, 3600, 3600));
            }
        }

        @Test
        void isCountedForEachKey() {
            realm.setAttribute("api-keys.default-limit", "2/minute, 10/hour");
            NewKey key = keys.create();
            NewKey other = keys.create();
            limited.use(key, 2);

            isLimited(limited.call(key));
            assertThat(limited.remaining(other)).containsExactly(2, 10);
        }

        @Test
        void followsTheRealmFromTheNextCallOn() {
            NewKey key = keys.create();
            limited.use(key, 2);

            realm.setAttribute("api-keys.default-limit", "3/hour");

            limited.use(key, 1);
            isLimited(limited.call(key));
        }

        @Test
        void isNoneWhereTheRealmHasNone() {
            realm.setAttribute("api-keys.default-limit", "");
            NewKey key = keys.create();

            assertThat(Reported.in(limited.call(key))).isEmpty();
        }

        @Test
        void doesNotHoldForAKeyThatIsToHaveNone() {
            realm.setAttribute("api-keys.default-limit", "1/hour");
            NewKey key = limited.create();

            for (int call = 0; call < 3; call++) {
                Response answer = limited.call(key);
                isAllowed(answer);
                assertThat(Reported.in(answer)).isEmpty();
            }
        }
    }
}
