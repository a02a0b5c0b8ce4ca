package dev.apikeys.core.limit;

import static dev.apikeys.core.TestKeys.NOW;
import static dev.apikeys.core.TestLimits.limits;
import static dev.apikeys.core.limit.PolicyLimiterTest.state;
import static dev.apikeys.core.limit.RateLimitPolicy.CLIENT;
import static dev.apikeys.core.limit.RateLimitPolicy.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.limit.Taking.Permitted;
import dev.apikeys.core.limit.Taking.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The shared counters cannot be reached. */
class PolicyLimiterOutageTest {

    private static final List<PolicyLimits> BOTH =
            List.of(new PolicyLimits(KEY, "k", limits("3/10s")), new PolicyLimits(CLIENT, "c", limits("5/minute")));

    private final FakeCounters shared = new FakeCounters();
    private final FakeCounters local = new FakeCounters();

    @Nested
    class WithoutAFallback {

        private final PolicyLimiter limiter = new PolicyLimiter(shared, Optional.empty());

        @Test
        void theCallIsRefusedUntilItIsWorthAskingAgain() {
            shared.unreachable.add("key:k");

            assertThat(limiter.take(BOTH, 1, NOW)).isEqualTo(new Refused(FakeCounters.PAUSE, List.of()));
            assertThat(shared.asked).containsExactly("take 1 from key:k");
        }

        @Test
        void thePoliciesBeforeGetTheCallBack() {
            shared.unreachable.add("client:c");

            assertThat(limiter.take(BOTH, 2, NOW))
                    .isEqualTo(new Refused(FakeCounters.PAUSE, List.of(state(KEY, "3/10s", 3, 10))));
            assertThat(shared.asked)
                    .containsExactly("take 2 from key:k", "take 2 from client:c", "give back 2 to key:k");
            assertThat(shared.used("key:k")).isZero();
        }

        @Test
        void aLookIsNotRefusedAndTellsWhatIsKnown() {
            shared.unreachable.add("key:k");

            assertThat(limiter.take(BOTH, 0, NOW)).isEqualTo(new Permitted(List.of(state(CLIENT, "5/minute", 5, 60))));
            assertThat(shared.asked).containsExactly("take 0 from key:k", "take 0 from client:c");
        }

        @Test
        void aLookAtWhatNobodyKnowsIsPermittedWithoutStates() {
            shared.unreachable.addAll(List.of("key:k", "client:c"));

            assertThat(limiter.take(BOTH, 0, NOW)).isEqualTo(new Permitted(List.of()));
        }
    }

    @Nested
    class WithAFallback {

        private final PolicyLimiter limiter = new PolicyLimiter(shared, Optional.of(local));

        @Test
        void countersThatAnswerAreEnough() {
            limiter.take(BOTH, 1, NOW);

            assertThat(local.asked).isEmpty();
        }

        @Test
        void theFallbackCountsInstead() {
            shared.unreachable.addAll(List.of("key:k", "client:c"));

            assertThat(limiter.take(BOTH, 3, NOW))
                    .isEqualTo(new Permitted(List.of(state(KEY, "3/10s", 0, 10), state(CLIENT, "5/minute", 2, 60))));
            assertThat(limiter.take(BOTH, 1, NOW))
                    .isEqualTo(new Refused(Duration.ofSeconds(10), List.of(state(KEY, "3/10s", 0, 10))));
        }

        @Test
        void eachCallIsGivenBackWhereItWasCounted() {
            shared.unreachable.add("key:k");
            shared.take("client:c", limits("5/minute"), 5, NOW);
            shared.asked.clear();

            assertThat(limiter.take(BOTH, 1, NOW)).isInstanceOf(Refused.class);

            assertThat(local.asked).containsExactly("take 1 from key:k", "give back 1 to key:k");
            assertThat(shared.asked).containsExactly("take 1 from key:k", "take 1 from client:c");
        }

        @Test
        void aCallThatTheFallbackDoesNotKnowEitherIsRefused() {
            shared.unreachable.add("client:c");
            local.unreachable.add("client:c");

            assertThat(limiter.take(BOTH, 1, NOW))
                    .isEqualTo(new Refused(FakeCounters.PAUSE, List.of(state(KEY, "3/10s", 3, 10))));
            assertThat(shared.used("key:k")).isZero();
        }
    }
}
