package dev.apikeys.it.limits;

import static dev.apikeys.it.limits.LimitedKeys.isAllowed;
import static dev.apikeys.it.limits.LimitedKeys.isLimited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When counting begins, ends and begins again. */
class WindowIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    /** Clocks are read to the millisecond, and questions are asked every tenth of a second. */
    private static final Duration EARLY = Duration.ofMillis(20);

    private static final Duration LATE = Duration.ofMillis(1500);

    private final LimitedKeys limited = new LimitedKeys(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Nested
    class OfALimit {

        @Test
        void beginsWithTheFirstCountedRequestAndNotWithTheKey() {
            NewKey first = limited.create("2/hour");
            NewKey second = limited.create("2/hour");
            limited.use(first, 1);
            awaitReset(first, 3598);

            Response answer = limited.call(second);

            isAllowed(answer);
            assertThat(Reported.onlyOneIn(answer).reset()).isGreaterThanOrEqualTo(3599);
            assertThat(Reported.onlyOneIn(limited.look(first)).reset()).isLessThanOrEqualTo(3598);
        }

        @Test
        void endsItsLengthAfterTheFirstCountedRequest() {
            NewKey key = limited.create("2/3s");
            Instant before = Instant.now();
            limited.use(key, 1);
            Instant after = Instant.now();

            Eventually.get(() -> limited.remaining(key).get(0), left -> left == 2);

            assertThat(Instant.now())
                    .isBetween(
                            before.plusSeconds(3).minus(EARLY),
                            after.plusSeconds(3).plus(LATE));
        }

        @Test
        void isNotMadeLongerByLaterCallsNorByRefusedOnes() {
            NewKey key = limited.create("2/4s");
            limited.use(key, 1);
            Instant after = Instant.now();
            awaitReset(key, 2);
            limited.use(key, 1);

            Eventually.get(() -> limited.call(key), answer -> answer.<Boolean>path("active"));

            assertThat(Instant.now()).isBefore(after.plusSeconds(4).plus(LATE));
        }

        @Test
        void isReportedInSecondsThatCountDown() {
            NewKey key = limited.create("5/3s");
            limited.use(key, 1);

            assertThat(Reported.onlyOneIn(limited.look(key)).reset()).isBetween(2, 3);
            awaitReset(key, 1);
        }
    }

    @Nested
    class AfterItsEnd {

        private final NewKey key = limited.create("2/2s");

        @Test
        void everythingIsThereAgainAndTheNextWindowHasNotBegun() {
            limited.use(key, 2);

            Response answer = Eventually.get(
                    () -> limited.look(key), look -> Reported.onlyOneIn(look).remaining() > 0);

            assertThat(Reported.in(answer)).containsExactly(new Reported("key", 2, 2, 2, 2));
        }

        @Test
        void theNextOneLetsThroughAsManyCallsAndNoMore() {
            limited.use(key, 2);
            isLimited(limited.call(key));

            Response first = Eventually.get(() -> limited.call(key), answer -> answer.<Boolean>path("active"));

            assertThat(Reported.in(first)).containsExactly(new Reported("key", 2, 1, 2, 2));
            isAllowed(limited.call(key));
            isLimited(limited.call(key));
        }

        @Test
        void ofTheShorterOfTwoLimitsTheLongerOneGoesOnCounting() {
            NewKey both = limited.create("2/2s", "5/hour");
            limited.use(both, 2);

            Eventually.get(() -> limited.remaining(both), left -> left.get(0) == 2);

            assertThat(limited.remaining(both)).containsExactly(2, 3);
        }
    }

    @Nested
    class ForTheCaller {

        @Test
        void isOverAfterTheSecondsThatARefusalSaysToWait() {
            NewKey key = limited.create("1/3s");
            limited.use(key, 1);
            Response refused = limited.call(key);
            isLimited(refused);
            Instant retry = Instant.now().plusSeconds(refused.<Integer>path("retry_after"));

            Eventually.get(() -> limited.call(key), answer -> answer.<Boolean>path("active"));

            assertThat(Instant.now())
                    .isBetween(retry.minusSeconds(1).minus(EARLY).minus(LATE), retry.plus(LATE));
        }
    }

    private void awaitReset(NewKey key, int seconds) {
        Eventually.get(() -> Reported.onlyOneIn(limited.look(key)), reported -> reported.reset() <= seconds);
    }
}
