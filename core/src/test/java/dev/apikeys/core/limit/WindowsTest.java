package dev.apikeys.core.limit;

import static dev.apikeys.core.TestLimits.limit;
import static dev.apikeys.core.TestLimits.limits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.limit.Windows.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {

    private static final long NOW = 1_772_366_400_000L;
    private static final List<RateLimit> FIVE_IN_TEN_SECONDS = limits("5/10s");
    private static final List<RateLimit> BOTH = limits("5/10s,7/minute");

    @Nested
    class WhenNothingWasCounted {

        @Test
        void theWindowBeginsWithTheCallAndHasTheLengthOfItsLimit() {
            assertThat(Windows.NONE.take(FIVE_IN_TEN_SECONDS, 1, NOW))
                    .isEqualTo(new Outcome(true, windows(window(10, NOW, 1)), true));
        }

        @Test
        void eachLengthHasItsWindow() {
            assertThat(Windows.NONE.take(BOTH, 2, NOW).windows())
                    .isEqualTo(windows(window(10, NOW, 2), window(60, NOW, 2)));
        }

        @Test
        void limitsOfOneLengthShareAWindow() {
            assertThat(Windows.NONE.take(limits("5/minute,7/60s"), 2, NOW).windows())
                    .isEqualTo(windows(window(60, NOW, 2)));
        }

        @Test
        void aLookCountsNothing() {
            assertThat(Windows.NONE.take(FIVE_IN_TEN_SECONDS, 0, NOW))
                    .isEqualTo(new Outcome(true, windows(window(10, NOW, 0)), false));
        }

        @Test
        void aCallMayCostAllThatALimitAllowsButNoMore() {
            assertThat(Windows.NONE.take(FIVE_IN_TEN_SECONDS, 5, NOW).permitted())
                    .isTrue();
            assertThat(Windows.NONE.take(FIVE_IN_TEN_SECONDS, 6, NOW))
                    .isEqualTo(new Outcome(false, windows(window(10, NOW, 0)), false));
        }

        @Test
        void nothingIsKept() {
            assertThat(Windows.NONE.life(NOW)).isEmpty();
        }
    }

    @Nested
    class WhileAWindowRuns {

        private final Windows four = windows(window(10, NOW, 4));

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 9_999})
        void aCallIsCountedInItAndDoesNotProlongIt(long later) {
            assertThat(four.take(FIVE_IN_TEN_SECONDS, 1, NOW + later))
                    .isEqualTo(new Outcome(true, windows(window(10, NOW, 5)), true));
        }

        @Test
        void aCallThatWouldBeTooMuchChangesNothing() {
            assertThat(four.take(FIVE_IN_TEN_SECONDS, 2, NOW + 9_999)).isEqualTo(new Outcome(false, four, false));
        }

        @Test
        void aLookIsPermittedEvenWhenNothingIsLeft() {
            Windows full = windows(window(10, NOW, 5));

            assertThat(full.take(FIVE_IN_TEN_SECONDS, 0, NOW + 1)).isEqualTo(new Outcome(true, full, false));
        }

        @Test
        void aNodeWhoseClockIsBehindCountsInTheSameWindow() {
            assertThat(four.take(FIVE_IN_TEN_SECONDS, 1, NOW - 3_000).windows()).isEqualTo(windows(window(10, NOW, 5)));
        }

        @Test
        void anotherCountHoldsAtOnceAndKeepsWhatWasUsed() {
            assertThat(four.take(limits("6/10s"), 2, NOW + 1).windows()).isEqualTo(windows(window(10, NOW, 6)));
            assertThat(four.take(limits("4/10s"), 1, NOW + 1)).isEqualTo(new Outcome(false, four, false));
            assertThat(four.take(limits("2/10s"), 1, NOW + 1)).isEqualTo(new Outcome(false, four, false));
        }
    }

    @Nested
    class WhenAWindowIsOver {

        private final Windows full = windows(window(10, NOW, 5));

        @ParameterizedTest
        @ValueSource(longs = {10_000, 10_001, 25_000})
        void theNextCallBeginsAnother(long later) {
            assertThat(full.take(FIVE_IN_TEN_SECONDS, 1, NOW + later))
                    .isEqualTo(new Outcome(true, windows(window(10, NOW + later, 1)), true));
        }

        @Test
        void aRefusedCallDoesNotBeginAnother() {
            Outcome refused = full.take(FIVE_IN_TEN_SECONDS, 6, NOW + 10_000);

            assertThat(refused.permitted()).isFalse();
            assertThat(refused.changed()).isFalse();
            assertThat(refused.windows().take(FIVE_IN_TEN_SECONDS, 5, NOW + 12_000))
                    .isEqualTo(new Outcome(true, windows(window(10, NOW + 12_000, 5)), true));
        }

        @Test
        void theOthersGoOn() {
            Windows before = windows(window(10, NOW, 5), window(60, NOW, 5));

            assertThat(before.take(BOTH, 2, NOW + 10_000).windows())
                    .isEqualTo(windows(window(10, NOW + 10_000, 2), window(60, NOW, 7)));
        }

        @Test
        void whatOneLimitRefusesIsCountedInNoWindow() {
            Windows before = windows(window(10, NOW, 5), window(60, NOW, 7));

            Outcome refused = before.take(BOTH, 1, NOW + 10_000);

            assertThat(refused)
                    .isEqualTo(new Outcome(false, windows(window(10, NOW + 10_000, 0), window(60, NOW, 7)), false));
        }
    }

    @Nested
    class TheLife {

        @Test
        void isThatOfTheLastWindowThatCountedAnything() {
            assertThat(windows(window(60, NOW, 1), window(10, NOW + 1_000, 1)).life(NOW))
                    .contains(60_000L);
            assertThat(windows(window(60, NOW, 0), window(10, NOW - 1_000, 1)).life(NOW))
                    .contains(9_000L);
            assertThat(windows(window(60, NOW, 0)).life(NOW)).isEmpty();
        }

        @Test
        void isNoLongerThanTheWindowWhenAClockThatWasAheadIsPutBack() {
            assertThat(windows(window(10, NOW + 7_200_000, 1)).life(NOW)).contains(10_000L);
        }
    }

    @Test
    void theWindowOfALimitIsTheOneOfItsLength() {
        Windows windows = windows(window(10, NOW, 5), window(60, NOW, 7));

        assertThat(windows.of(limit("1/minute"))).isEqualTo(window(60, NOW, 7));
        assertThat(windows.of(limit("9/10s"))).isEqualTo(window(10, NOW, 5));
    }

    @Test
    void laterChangesOfTheListDoNotReachTheWindows() {
        List<Window> list = new ArrayList<>(List.of(window(10, NOW, 1)));
        Windows windows = new Windows(list);
        list.clear();

        assertThat(windows).isEqualTo(windows(window(10, NOW, 1)));
    }

    static Windows windows(Window... windows) {
        return new Windows(List.of(windows));
    }

    static Window window(long seconds, long start, long used) {
        return new Window(seconds * 1_000, start, used);
    }
}
