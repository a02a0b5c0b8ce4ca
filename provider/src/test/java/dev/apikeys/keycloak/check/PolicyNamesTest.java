package dev.apikeys.keycloak.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.limit.RateLimitPolicy;
import dev.apikeys.core.limit.RateLimitState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyNamesTest {

    @Test
    void thePolicyIsTheNameOfItsOnlyLimit() {
        assertThat(PolicyNames.of(List.of(state(RateLimitPolicy.KEY, 60, 60), state(RateLimitPolicy.REALM, 60, 60))))
                .containsOnlyKeys("key", "realm");
    }

    @Test
    void severalLimitsOfAPolicyAreToldApartByTheirWindows() {
        assertThat(PolicyNames.of(List.of(
                        state(RateLimitPolicy.KEY, 60, 60),
                        state(RateLimitPolicy.KEY, 5, 10),
                        state(RateLimitPolicy.CLIENT, 9, 3600))))
                .containsOnlyKeys("key-minute", "key-10s", "client");
    }

    @Test
    void ofLimitsWithTheSameWindowTheStrictestIsLeft() {
        RateLimitState strict = state(RateLimitPolicy.KEY, 5, 60);

        assertThat(PolicyNames.of(List.of(state(RateLimitPolicy.KEY, 60, 60), strict)))
                .containsOnlyKeys("key-minute")
                .containsValue(strict);
    }

    private static RateLimitState state(RateLimitPolicy policy, long count, long seconds) {
        Duration window = Duration.ofSeconds(seconds);
        return new RateLimitState(policy, new RateLimit(count, window), count, window);
    }
}
