package dev.apikeys.core.limit;

import static dev.apikeys.core.TestKeys.NOW;
import static dev.apikeys.core.TestLimits.limit;
import static dev.apikeys.core.TestLimits.limits;
import static dev.apikeys.core.limit.RateLimitPolicy.CLIENT;
import static dev.apikeys.core.limit.RateLimitPolicy.KEY;
import static dev.apikeys.core.limit.RateLimitPolicy.REALM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.limit.Taking.Permitted;
import dev.apikeys.core.limit.Taking.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PolicyLimiterTest {

    private static final PolicyLimits OF_KEY = new PolicyLimits(KEY, "k", limits("3/10s"));
    private static final PolicyLimits OF_CLIENT = new PolicyLimits(CLIENT, "c", limits("5/minute"));
    private static final PolicyLimits OF_REALM = new PolicyLimits(REALM, "r", limits("9/hour"));
    private static final List<PolicyLimits> ALL = List.of(OF_KEY, OF_CLIENT, OF_REALM);

    private final FakeCounters counters = new FakeCounters();
    private final PolicyLimiter limiter = new PolicyLimiter(counters, Optional.empty());

    @Nested
    class WhenAllPoliciesPermit {

        @Test
        void eachCountsTheCallInItsOrder() {
            limiter.take(ALL, 2, NOW);

            assertThat(counters.asked)
                    .containsExactly("take 2 from key:k", "take 2 from client:c", "take 2 from realm:r");
        }

        @Test
        void theStatesAreThoseAfterTheCall() {
            assertThat(limiter.take(ALL, 2, NOW))
                    .isEqualTo(new Permitted(List.of(
                            state(KEY, "3/10s", 1, 10),
                            state(CLIENT, "5/minute", 3, 60),
                            state(REALM, "9/hour", 7, 3_600))));
        }

        @Test
        void allLimitsOfAPolicyHaveAState() {
            PolicyLimits two = new PolicyLimits(KEY, "k", limits("3/10s,100/day"));

            assertThat(limiter.take(List.of(two), 1, NOW))
                    .isEqualTo(new Permitted(List.of(state(KEY, "3/10s", 2, 10), state(KEY, "100/day", 99, 86_400))));
        }

        @Test
        void aPolicyWithoutLimitsIsNotAsked() {
            PolicyLimits none = new PolicyLimits(CLIENT, "c", List.of());

            assertThat(limiter.take(List.of(OF_KEY, none), 1, NOW))
                    .isEqualTo(new Permitted(List.of(state(KEY, "3/10s", 2, 10))));
            assertThat(counters.asked).containsExactly("take 1 from key:k");
        }

        @Test
        void nothingLimitsNothing() {
            assertThat(limiter.take(List.of(), 1_000_000, NOW)).isEqualTo(new Permitted(List.of()));
        }
    }

    @Nested
    class WhenAPolicyRefuses {

        private final Instant later = NOW.plusSeconds(4);

        private void useUpTheClient() {
            PolicyLimits anotherKey = new PolicyLimits(KEY, "another", limits("100/second"));
            limiter.take(List.of(anotherKey, OF_CLIENT, OF_REALM), 5, NOW);
            counters.asked.clear();
        }

        @Test
        void thoseAfterItAreNotAskedAndThoseBeforeItGetTheCallBack() {
            useUpTheClient();

            limiter.take(ALL, 2, later);

            assertThat(counters.asked)
                    .containsExactly("take 2 from key:k", "take 2 from client:c", "give back 2 to key:k");
        }

        @Test
        void theCallIsCountedNowhere() {
            useUpTheClient();

            limiter.take(ALL, 1, later);

            assertThat(counters.used("key:k")).isZero();
            assertThat(counters.used("client:c")).isEqualTo(5);
            assertThat(counters.used("realm:r")).isEqualTo(5);
        }

        @Test
        void allBeforeItGetTheCallBack() {
            limiter.take(List.of(OF_REALM), 9, NOW);

            limiter.take(ALL, 1, later);

            assertThat(counters.used("key:k")).isZero();
            assertThat(counters.used("client:c")).isZero();
        }

        @Test
        void theStatesAreThoseBeforeTheCallUpToTheRefusal() {
            limiter.take(List.of(OF_KEY), 1, NOW);
            useUpTheClient();

            assertThat(limiter.take(ALL, 2, later))
                    .isEqualTo(new Refused(
                            Duration.ofSeconds(56),
                            List.of(state(KEY, "3/10s", 2, 6), state(CLIENT, "5/minute", 0, 56))));
        }

        @Test
        void theCallHasToWaitForTheLastOfTheLimitsThatItWouldExceed() {
            PolicyLimits several = new PolicyLimits(KEY, "k", limits("2/10s,3/minute,3/2m,100/hour"));
            limiter.take(List.of(several), 2, NOW);

            assertThat(retryAfter(limiter.take(List.of(several), 1, later))).isEqualTo(Duration.ofSeconds(6));
            assertThat(retryAfter(limiter.take(List.of(several), 2, later))).isEqualTo(Duration.ofSeconds(116));
        }

        @Test
        void theCallIsGivenBackAtTheTimeOfTheCall() {
            useUpTheClient();

            limiter.take(ALL, 1, later);

            assertThat(counters.givenBackAt).containsExactly(later);
        }

        private static Duration retryAfter(Taking taking) {
            return ((Refused) taking).retryAfter();
        }
    }

    @Nested
    class WhenALimitWasLoweredBelowWhatIsUsed {

        private final PolicyLimits lowered = new PolicyLimits(KEY, "k", limits("1/10s"));

        @Test
        void nothingRemains() {
            limiter.take(List.of(OF_KEY), 3, NOW);

            assertThat(limiter.take(List.of(lowered), 1, NOW))
                    .isEqualTo(new Refused(Duration.ofSeconds(10), List.of(state(KEY, "1/10s", 0, 10))));
        }
    }

    @Nested
    class ALook {

        @Test
        void isPermittedAndCountedNowhere() {
            limiter.take(ALL, 3, NOW);

            assertThat(limiter.take(ALL, 0, NOW))
                    .isEqualTo(new Permitted(List.of(
                            state(KEY, "3/10s", 0, 10),
                            state(CLIENT, "5/minute", 2, 60),
                            state(REALM, "9/hour", 6, 3_600))));
        }
    }

    static RateLimitState state(RateLimitPolicy policy, String limit, long remaining, long resetSeconds) {
        return new RateLimitState(policy, limit(limit), remaining, Duration.ofSeconds(resetSeconds));
    }
}
