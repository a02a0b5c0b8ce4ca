package dev.apikeys.core.limit;

import static dev.apikeys.core.TestLimits.limits;
import static dev.apikeys.core.limit.WindowsTest.window;
import static dev.apikeys.core.limit.WindowsTest.windows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.limit.Windows.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Somebody changes the lengths of the limits while calls are counted. */
class ChangedLimitsTest {

    private static final long NOW = 1_772_366_400_000L;

    @Nested
    class ALongerWindow {

        private final Windows before = windows(window(10, NOW, 4));

        @Test
        void takesOverWhatTheRunningOneCountedAndItsBeginning() {
            assertThat(before.take(limits("100/minute"), 1, NOW + 9_999))
                    .isEqualTo(new Outcome(true, windows(window(60, NOW, 5), window(10, NOW, 5)), true));
        }

        @Test
        void takesOverNothingFromOneThatIsOver() {
            assertThat(before.take(limits("100/minute"), 1, NOW + 10_000))
                    .isEqualTo(new Outcome(true, windows(window(60, NOW + 10_000, 1)), true));
        }
    }

    @Nested
    class AShorterWindow {

        private final Windows before = windows(window(3_600, NOW, 900));

        @Test
        void keepsTheBeginningWhileItWouldStillRun() {
            assertThat(before.take(limits("1000/minute"), 1, NOW + 59_999).windows())
                    .isEqualTo(windows(window(60, NOW, 901), window(3_600, NOW, 901)));
        }

        @Test
        void beginsWithTheCallWhenItWouldBeOver() {
            assertThat(before.take(limits("1000/minute"), 1, NOW + 60_000).windows())
                    .isEqualTo(windows(window(60, NOW + 60_000, 901), window(3_600, NOW, 901)));
        }
    }

    @Nested
    class ACallThatIsNotCounted {

        private final Window hour = window(3_600, NOW, 900);
        private final Windows inherited = windows(window(60, NOW + 90_000, 900), hour);

        @Test
        void leavesTheNewWindowOnceSoThatItDoesNotBeginAgainWithEachRefusal() {
            Outcome first = windows(hour).take(limits("60/minute"), 1, NOW + 90_000);

            assertThat(first).isEqualTo(new Outcome(false, inherited, true));
            assertThat(first.windows().take(limits("60/minute"), 1, NOW + 90_001))
                    .isEqualTo(new Outcome(false, inherited, false));
        }

        @Test
        void isRefusedNoLongerThanTheNewWindowLasts() {
            assertThat(inherited.take(limits("60/minute"), 1, NOW + 150_000))
                    .isEqualTo(new Outcome(true, windows(window(60, NOW + 150_000, 1), window(3_600, NOW, 901)), true));
        }

        @Test
        void leavesTheNewWindowAlsoWhenItOnlyLooks() {
            assertThat(windows(hour).take(limits("60/minute"), 0, NOW + 90_000))
                    .isEqualTo(new Outcome(true, inherited, true));
        }

        @Test
        void changesNothingWhenThereIsNothingToTakeOver() {
            assertThat(windows(hour).take(limits("60/minute"), 61, NOW + 3_600_000))
                    .isEqualTo(new Outcome(false, windows(window(60, NOW + 3_600_000, 0)), false));
        }
    }

    @Test
    void aLengthThatIsAddedTakesOverWhatWasUsedMost() {
        Windows before = windows(window(10, NOW, 3), window(60, NOW - 20_000, 8), window(30, NOW, 5));

        assertThat(before.take(limits("10/10s,10/minute,100/hour"), 1, NOW + 1).windows())
                .isEqualTo(windows(
                        window(10, NOW, 4),
                        window(60, NOW - 20_000, 9),
                        window(3_600, NOW - 20_000, 9),
                        window(30, NOW, 6)));
    }

    @Test
    void aLengthWhoseOwnWindowIsOverTakesOverNothing() {
        Windows before = windows(window(10, NOW, 5), window(3_600, NOW, 900));

        assertThat(before.take(limits("5/10s,1000/hour"), 1, NOW + 10_000).windows())
                .isEqualTo(windows(window(10, NOW + 10_000, 1), window(3_600, NOW, 901)));
    }

    @Test
    void aWindowThatWasBegunByAClockAheadIsTakenOverToo() {
        assertThat(windows(window(10, NOW, 4))
                        .take(limits("100/minute"), 1, NOW - 3_000)
                        .windows())
                .isEqualTo(windows(window(60, NOW, 5), window(10, NOW, 5)));
    }

    @Test
    void anEmptyListLimitsNothingAndLetsWhatRunsCountOn() {
        assertThat(windows(window(10, NOW, 5)).take(limits(""), 1, NOW + 1))
                .isEqualTo(new Outcome(true, windows(window(10, NOW, 6)), true));
    }
}
