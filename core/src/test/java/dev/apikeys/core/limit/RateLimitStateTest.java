package dev.apikeys.core.limit;

import static dev.apikeys.core.TestLimits.limit;
import static dev.apikeys.core.limit.WindowsTest.window;
import static dev.apikeys.core.limit.WindowsTest.windows;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitStateTest {

    private static final long NOW = 1_772_366_400_000L;
    private static final RateLimit FIVE_IN_TEN_SECONDS = limit("5/10s");

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 4", "5, 0", "6, 0"})
    void whatRemainsIsWhatTheWindowHasNotUsedAndNeverLessThanNothing(long used, long remaining) {
        assertThat(state(window(10, NOW, used), NOW).remaining()).isEqualTo(remaining);
    }

    @Test
    void theLimitIsResetWhenItsWindowEnds() {
        assertThat(state(window(10, NOW - 2_500, 1), NOW).reset()).isEqualTo(Duration.ofMillis(7_500));
    }

    @Test
    void theResetIsNoFurtherAwayThanAWindowThoughAClockThatWasAheadIsPutBack() {
        assertThat(state(window(10, NOW + 7_200_000, 1), NOW).reset()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void onlyTheWindowOfTheLimitSaysAnything() {
        Windows windows = windows(window(60, NOW, 3), window(10, NOW, 1));

        assertThat(RateLimitState.of(RateLimitPolicy.REALM, FIVE_IN_TEN_SECONDS, windows, NOW))
                .isEqualTo(new RateLimitState(RateLimitPolicy.REALM, FIVE_IN_TEN_SECONDS, 4, Duration.ofSeconds(10)));
    }

    @Test
    void aCallMayCostWhatRemainsAndNotMore() {
        assertThat(state(window(10, NOW, 3), NOW).refuses(2)).isFalse();
        assertThat(state(window(10, NOW, 3), NOW).refuses(3)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10000, 10", "9001, 10", "9000, 9", "1001, 2", "1000, 1", "1, 1", "0, 1", "-400, 1"})
    void theTimeToTheResetIsRoundedUpAndAtLeastASecond(long millis, long seconds) {
        RateLimitState state =
                new RateLimitState(RateLimitPolicy.KEY, FIVE_IN_TEN_SECONDS, 0, Duration.ofMillis(millis));

        assertThat(state.resetSeconds()).isEqualTo(seconds);
    }

    private static RateLimitState state(Window window, long now) {
        return RateLimitState.of(RateLimitPolicy.KEY, FIVE_IN_TEN_SECONDS, windows(window), now);
    }
}
