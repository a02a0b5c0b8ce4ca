package dev.apikeys.core.limit;

import static dev.apikeys.core.TestKeys.NOW;
import static dev.apikeys.core.TestLimits.limits;
import static dev.apikeys.core.limit.PolicyLimiterTest.state;
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
import org.junit.jupiter.api.Test;

/** Some policy is known to refuse before anybody is asked. */
class KnownRefusalTest {

    private static final PolicyLimits OF_REALM = new PolicyLimits(REALM, "r", limits("9/hour"));
    private static final List<PolicyLimits> ALL = List.of(
            new PolicyLimits(KEY, "k", limits("3/10s")), new PolicyLimits(CLIENT, "c", limits("5/minute")), OF_REALM);

    private final FakeCounters counters = new FakeCounters();
    private final PolicyLimiter limiter = new PolicyLimiter(counters, Optional.empty());

    @Test
    void theCallIsRefusedWithTheStatesOfThatPolicyAlone() {
        counters.full.add("realm:r");

        assertThat(limiter.take(ALL, 1, NOW))
                .isEqualTo(new Refused(Duration.ofHours(1), List.of(state(REALM, "9/hour", 0, 3_600))));
    }

    @Test
    void nobodyIsAskedAndNothingIsTakenOrGivenBack() {
        counters.full.add("realm:r");

        limiter.take(ALL, 1, NOW);

        assertThat(counters.asked).isEmpty();
        assertThat(counters.counted).isEmpty();
    }

    @Test
    void theFirstPolicyThatIsKnownToRefuseAnswers() {
        counters.full.addAll(List.of("client:c", "realm:r"));

        assertThat(limiter.take(ALL, 1, NOW))
                .isEqualTo(new Refused(Duration.ofMinutes(1), List.of(state(CLIENT, "5/minute", 0, 60))));
    }

    @Test
    void theCallHasToWaitOnlyForTheLimitsThatItWouldExceed() {
        PolicyLimits two = new PolicyLimits(KEY, "k", limits("3/10s,100/hour"));
        counters.full.add("key:k");

        assertThat(limiter.take(List.of(two), 1, NOW))
                .isEqualTo(new Refused(
                        Duration.ofSeconds(10),
                        List.of(state(KEY, "3/10s", 0, 10), state(KEY, "100/hour", 97, 3_600))));
    }

    @Test
    void aLookIsAskedNevertheless() {
        counters.full.add("realm:r");

        assertThat(limiter.take(List.of(OF_REALM), 0, NOW))
                .isEqualTo(new Permitted(List.of(state(REALM, "9/hour", 9, 3_600))));
        assertThat(counters.asked).containsExactly("take 0 from realm:r");
    }

    @Test
    void aPolicyWithoutLimitsIsNotLookedUp() {
        counters.full.add("key:k");

        assertThat(limiter.take(List.of(new PolicyLimits(KEY, "k", List.of()), OF_REALM), 1, NOW))
                .isEqualTo(new Permitted(List.of(state(REALM, "9/hour", 8, 3_600))));
    }

    @Test
    void countersThatRememberNothingKnowOfNoRefusal() {
        Counters forgetful = new Counters() {

            @Override
            public Counting take(String counter, List<RateLimit> limits, int cost, Instant now) {
                return new Counted(false, Windows.NONE);
            }

            @Override
            public void giveBack(String counter, Windows taken, int cost, Instant now) {}
        };

        assertThat(forgetful.knownRefusal("realm:r", OF_REALM.limits(), NOW)).isEmpty();
    }
}
