package dev.apikeys.core.limit;

import static dev.apikeys.core.TestLimits.limits;
import static dev.apikeys.core.limit.WindowsTest.window;
import static dev.apikeys.core.limit.WindowsTest.windows;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A call that another policy refused is taken back. */
class GiveBackTest {

    private static final long NOW = 1_772_366_400_000L;

    @Test
    void allWindowsThatCountedTheCallGiveItBack() {
        Windows taken = windows(window(10, NOW, 2), window(60, NOW - 20_000, 6));
        Windows meanwhile = windows(window(10, NOW, 4), window(60, NOW - 20_000, 8));

        assertThat(meanwhile.giveBack(taken, 2)).isEqualTo(windows(window(10, NOW, 2), window(60, NOW - 20_000, 6)));
    }

    @Test
    void aWindowThatBeganSinceKeepsItsCalls() {
        Windows taken = windows(window(10, NOW, 5), window(60, NOW, 5));
        Windows meanwhile = windows(window(10, NOW + 10_000, 1), window(60, NOW, 6));

        assertThat(meanwhile.giveBack(taken, 1)).isEqualTo(windows(window(10, NOW + 10_000, 1), window(60, NOW, 5)));
    }

    @Test
    void aWindowOfAnotherLengthKeepsItsCalls() {
        assertThat(windows(window(60, NOW, 5)).giveBack(windows(window(10, NOW, 5)), 1))
                .isEqualTo(windows(window(60, NOW, 5)));
    }

    @Test
    void noWindowFallsBelowNothingUsed() {
        assertThat(windows(window(10, NOW, 1)).giveBack(windows(window(10, NOW, 3)), 2))
                .isEqualTo(windows(window(10, NOW, 0)));
    }

    @Nested
    class AWindowThatGaveEverythingBack {

        private final Windows empty = windows(window(10, NOW, 1)).giveBack(windows(window(10, NOW, 1)), 1);

        @Test
        void isNotKept() {
            assertThat(empty.life(NOW)).isEmpty();
        }

        @Test
        void beginsWithTheNextCall() {
            assertThat(empty.take(limits("5/10s"), 1, NOW + 4_000).windows())
                    .isEqualTo(windows(window(10, NOW + 4_000, 1)));
        }

        @Test
        void isNotTakenOverByAnotherLength() {
            assertThat(empty.take(limits("5/minute"), 6, NOW + 4_000).changed()).isFalse();
            assertThat(empty.take(limits("5/minute"), 1, NOW + 4_000).windows())
                    .isEqualTo(windows(window(60, NOW + 4_000, 1)));
        }

        @Test
        void takesOverNothingItself() {
            Windows before = windows(window(10, NOW, 0), window(60, NOW - 20_000, 6));

            assertThat(before.take(limits("5/10s,7/minute"), 1, NOW + 4_000).windows())
                    .isEqualTo(windows(window(10, NOW + 4_000, 1), window(60, NOW - 20_000, 7)));
        }
    }
}
