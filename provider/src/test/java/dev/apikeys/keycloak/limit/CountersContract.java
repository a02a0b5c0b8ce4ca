package dev.apikeys.keycloak.limit;

import static dev.apikeys.keycloak.limit.TestLimits.limits;
import static dev.apikeys.keycloak.limit.TestLimits.window;
import static dev.apikeys.keycloak.limit.TestLimits.windows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.limit.Counters;
import dev.apikeys.core.limit.Counters.Counted;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.limit.Window;
import dev.apikeys.core.limit.Windows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all counters do, wherever they are kept. */
abstract class CountersContract {

    private static final List<RateLimit> BOTH = limits("3/10s,5/minute");
    private static final int CALLERS = 8;
    private static final int CALLS = 100;

    /** Of the machine, because some counters are kept by its clock. */
    final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    abstract Counters counters();

    @Test
    void aCallIsCountedAgainstAllLimits() {
        assertThat(take("key:a", BOTH, 2, now))
                .isEqualTo(new Counted(true, windows(window(10, now, 2), window(60, now, 2))));
        assertThat(take("key:a", BOTH, 1, now.plusSeconds(4)))
                .isEqualTo(new Counted(true, windows(window(10, now, 3), window(60, now, 3))));
    }

    @Test
    void aCallThatOneLimitRefusesIsCountedAgainstNone() {
        take("key:a", BOTH, 3, now);

        assertThat(take("key:a", BOTH, 1, now.plusSeconds(4)))
                .isEqualTo(new Counted(false, windows(window(10, now, 3), window(60, now, 3))));
        assertThat(used("key:a", BOTH)).containsExactly(3L, 3L);
    }

    @Test
    void aWindowThatIsOverCountsNoMore() {
        take("key:a", BOTH, 3, now);
        Instant later = now.plusSeconds(10);

        assertThat(take("key:a", BOTH, 2, later))
                .isEqualTo(new Counted(true, windows(window(10, later, 2), window(60, now, 5))));
    }

    @Test
    void aLookIsPermittedAndCountedNowhere() {
        take("key:a", BOTH, 3, now);

        assertThat(take("key:a", BOTH, 0, now))
                .isEqualTo(new Counted(true, windows(window(10, now, 3), window(60, now, 3))));
        assertThat(take("key:b", BOTH, 0, now))
                .isEqualTo(new Counted(true, windows(window(10, now, 0), window(60, now, 0))));
    }

    @Test
    void countersOfOtherNamesCountForThemselves() {
        take("key:a", BOTH, 3, now);

        assertThat(take("key:b", BOTH, 3, now).permitted()).isTrue();
        assertThat(take("client:a", BOTH, 3, now).permitted()).isTrue();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        take("key:a", BOTH, 1, now);
        Counted taken = take("key:a", BOTH, 2, now);
        assertThat(take("key:a", BOTH, 1, now).permitted()).isFalse();

        counters().giveBack("key:a", taken.windows(), 2, now);

        assertThat(take("key:a", BOTH, 2, now))
                .isEqualTo(new Counted(true, windows(window(10, now, 3), window(60, now, 3))));
    }

    @Test
    void aCounterThatGaveEverythingBackIsAsNew() {
        counters().giveBack("key:a", take("key:a", BOTH, 1, now).windows(), 1, now);
        Instant later = now.plusSeconds(4);

        assertThat(take("key:a", limits("5/hour"), 1, later))
                .isEqualTo(new Counted(true, windows(window(3_600, later, 1))));
    }

    @Test
    void givingBackToACounterThatIsGoneDoesNothing() {
        counters().giveBack("key:a", windows(window(10, now, 1)), 1, now);

        assertThat(used("key:a", BOTH)).containsExactly(0L, 0L);
    }

    @Test
    void aChangedLimitHoldsAtOnce() {
        take("key:a", limits("3/10s"), 3, now);
        assertThat(take("key:a", limits("3/10s"), 1, now).permitted()).isFalse();

        assertThat(take("key:a", limits("4/10s"), 1, now)).isEqualTo(new Counted(true, windows(window(10, now, 4))));
        assertThat(take("key:a", limits("4/minute"), 1, now))
                .isEqualTo(new Counted(false, windows(window(60, now, 4), window(10, now, 4))));
    }

    @Test
    void aLimitThatComesBackFindsWhatWasCountedMeanwhile() {
        take("key:a", limits("3/10s,5/minute"), 2, now);
        take("key:a", limits("3/10s"), 1, now.plusSeconds(1));
        take("key:a", limits("3/10s"), 2, now.plusSeconds(10));

        assertThat(take("key:a", BOTH, 1, now.plusSeconds(20)))
                .isEqualTo(new Counted(false, windows(window(10, now.plusSeconds(20), 0), window(60, now, 5))));
    }

    @Test
    void neverMoreThanTheLimitIsLetThroughHoweverManyCallAtOnce() throws Exception {
        List<RateLimit> limits = limits("250/minute,1000/hour");

        List<Integer> permitted = Crowd.of(CALLERS, () -> {
            int mine = 0;
            for (int call = 0; call < CALLS; call++) {
                mine += take("key:a", limits, 1, now).permitted() ? 1 : 0;
            }
            return mine;
        });

        assertThat(permitted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(250);
        assertThat(used("key:a", limits)).containsExactly(250L, 250L);
    }

    @Test
    void nothingIsLostWhenManyTakeAndGiveBackAtOnce() throws Exception {
        List<RateLimit> limits = limits("3/minute,1000/hour");

        Crowd.of(CALLERS, () -> {
            for (int call = 0; call < CALLS; call++) {
                Counted taken = take("key:a", limits, 1, now);
                assertThat(taken.windows().windows().get(0).used()).isBetween(0L, 3L);
                if (taken.permitted()) {
                    counters().giveBack("key:a", taken.windows(), 1, now);
                }
            }
            return CALLS;
        });

        assertThat(used("key:a", limits)).containsExactly(0L, 0L);
    }

    final Counted take(String counter, List<RateLimit> limits, int cost, Instant at) {
        return (Counted) counters().take(counter, limits, cost, at);
    }

    private List<Long> used(String counter, List<RateLimit> limits) {
        Windows windows = take(counter, limits, 0, now).windows();
        return windows.windows().stream().map(Window::used).toList();
    }
}
