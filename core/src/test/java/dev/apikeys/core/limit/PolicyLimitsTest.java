package dev.apikeys.core.limit;

import static dev.apikeys.core.TestLimits.limits;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyLimitsTest {

    /** Nodes of different versions meet during an update, and count together. */
    @ParameterizedTest
    @CsvSource({"KEY, key:6f1c2a52", "CLIENT, client:6f1c2a52", "REALM, realm:6f1c2a52"})
    void theNameOfACounterIsThePolicyAndTheOwner(RateLimitPolicy policy, String counter) {
        assertThat(new PolicyLimits(policy, "6f1c2a52", List.of()).counter()).isEqualTo(counter);
    }

    @Test
    void theOrderOfThePoliciesIsFromTheKeyToTheRealm() {
        assertThat(Stream.of(RateLimitPolicy.values()).map(RateLimitPolicy::code))
                .containsExactly("key", "client", "realm");
    }

    @Test
    void aCounterStaysWhenItsLimitsChange() {
        assertThat(new PolicyLimits(RateLimitPolicy.KEY, "k", limits("5/10s")).counter())
                .isEqualTo(new PolicyLimits(RateLimitPolicy.KEY, "k", limits("7/minute")).counter());
    }

    @Test
    void laterChangesOfTheListDoNotReachTheLimits() {
        List<RateLimit> list = new ArrayList<>(limits("5/10s"));
        PolicyLimits policy = new PolicyLimits(RateLimitPolicy.KEY, "k", list);
        list.clear();

        assertThat(policy.limits()).isEqualTo(limits("5/10s"));
    }
}
