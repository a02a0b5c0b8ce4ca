package dev.apikeys.core.limit;

import static dev.apikeys.core.TestLimits.limits;
import static dev.apikeys.core.limit.WindowsTest.window;
import static dev.apikeys.core.limit.WindowsTest.windows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.limit.Windows.Outcome;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Somebody takes a limit away and gives it back: that is no way to a fresh one. */
class LimitsThatComeBackTest {

    private static final long NOW = 1_772_366_400_000L;

    private final Windows before = windows(window(10, NOW, 5), window(3_600, NOW, 900));

    @Test
    void aLengthThatIsTakenAwayCountsOnAsLongAsItsWindowRuns() {
        assertThat(before.take(limits("1000/hour"), 2, NOW + 9_999))
                .isEqualTo(new Outcome(true, windows(window(3_600, NOW, 902), window(10, NOW, 7)), true));
        assertThat(before.take(limits("1000/hour"), 2, NOW + 10_000).windows())
                .isEqualTo(windows(window(3_600, NOW, 902)));
    }

    @Test
    void aWindowThatGaveEverythingBackIsNotKept() {
        assertThat(windows(window(10, NOW, 0), window(60, NOW, 5))
                        .take(limits("9/minute"), 1, NOW + 1)
                        .windows())
                .isEqualTo(windows(window(60, NOW, 6)));
    }

    @Test
    void theHourThatWasAwayWhileOnlyTheMinuteHeldKnowsAllCalls() {
        Windows minuteOnly =
                before.take(limits("60/minute"), 0, NOW + 3_000_000).windows();
        Windows meanwhile =
                minuteOnly.take(limits("1000/minute"), 50, NOW + 3_000_001).windows();

        assertThat(meanwhile.take(limits("60/minute,1000/hour"), 51, NOW + 3_060_001))
                .isEqualTo(new Outcome(false, windows(window(60, NOW + 3_060_001, 0), window(3_600, NOW, 950)), false));
        assertThat(meanwhile
                        .take(limits("60/minute,1000/hour"), 50, NOW + 3_060_001)
                        .windows())
                .isEqualTo(windows(window(60, NOW + 3_060_001, 50), window(3_600, NOW, 1_000)));
    }

    @Test
    void theHourThatWasReplacedByASecondKnowsAllCalls() {
        Windows second = windows(window(3_600, NOW, 1_000))
                .take(limits("1/second"), 0, NOW + 5_000)
                .windows();

        assertThat(second.take(limits("1/second"), 1, NOW + 5_999).permitted()).isFalse();
        Windows passed = second.take(limits("1/second"), 1, NOW + 6_000).windows();
        assertThat(passed.take(limits("1000/hour"), 1, NOW + 9_000))
                .isEqualTo(new Outcome(false, windows(window(3_600, NOW, 1_001)), false));
        assertThat(passed.take(limits("1000/hour"), 1, NOW + 3_600_000).permitted())
                .isTrue();
    }

    @Test
    void aRefusedCallIsNotCountedInWindowsThatAreAwayEither() {
        assertThat(before.take(limits("5/10s"), 1, NOW + 1)).isEqualTo(new Outcome(false, before, false));
    }

    @Test
    void whatIsGivenBackIsGivenBackToWindowsThatAreAwayToo() {
        Windows taken = before.take(limits("1000/hour"), 2, NOW + 1).windows();

        assertThat(taken.giveBack(taken, 2)).isEqualTo(windows(window(3_600, NOW, 900), window(10, NOW, 5)));
    }

    @Nested
    class OfMoreThanEightLengths {

        private final Windows nine = new Windows(LongStream.rangeClosed(1, 9)
                .mapToObj(length -> window(length * 60, NOW, length))
                .toList());

        @Test
        void thoseThatEndFirstAreForgotten() {
            List<Window> after =
                    nine.take(limits("99/day"), 1, NOW + 1).windows().windows();

            assertThat(after.get(0)).isEqualTo(window(86_400, NOW, 10));
            assertThat(after.subList(1, after.size()))
                    .containsExactlyElementsOf(LongStream.rangeClosed(0, 7)
                            .mapToObj(back -> window((9 - back) * 60, NOW, 9 - back + 1))
                            .toList());
        }

        @Test
        void thoseThatHoldAreNotAmongTheEight() {
            assertThat(nine.take(limits("99/minute"), 1, NOW + 1).windows().windows())
                    .hasSize(9)
                    .contains(window(60, NOW, 2), window(120, NOW, 3));
        }
    }
}
