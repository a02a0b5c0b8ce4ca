package dev.apikeys.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.limit.Windows.Outcome;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class WindowsPropertyTest {

    private static final long EPOCH = 1_772_366_400_000L;
    private static final long TOO_MUCH = 13;

    /**
     * One call.
     *
     * @param pause milliseconds since the call before
     * @param refusedElsewhere another policy refuses it, and it is given back
     * @param alwaysStored the outcome is stored even if it says that it need not be
     */
    private record Step(int cost, long pause, boolean refusedElsewhere, boolean alwaysStored) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    void callsAreLetThroughExactlyAsTheLimitsSay(
            @ForAll("limits") List<RateLimit> limits, @ForAll("steps") List<Step> steps) {
        CallLog log = new CallLog();
        Windows windows = Windows.NONE;
        long now = EPOCH;
        for (Step step : steps) {
            now += step.pause;
            Outcome outcome = windows.take(limits, step.cost, now);

            assertThat(outcome.permitted()).isEqualTo(log.permits(limits, step.cost, now));
            assertThat(outcome.changed()).isEqualTo(outcome.permitted() && step.cost > 0);
            if (outcome.permitted()) {
                log.add(step.cost, now);
            }
            assertThatTheWindowsAre(log, limits, outcome.windows(), now);

            windows = outcome.changed() || step.alwaysStored ? outcome.windows() : windows;
            if (step.refusedElsewhere && outcome.permitted() && step.cost > 0) {
                windows = windows.giveBack(outcome.windows(), step.cost);
                log.removeLast();
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void inNoWindowIsMoreLetThroughThanItsLimitAllows(
            @ForAll("limits") List<RateLimit> limits, @ForAll("steps") List<Step> steps) {
        Windows windows = Windows.NONE;
        long now = EPOCH;
        for (Step step : steps) {
            now += step.pause;
            windows = windows.take(limits, step.cost, now).windows();
            for (RateLimit limit : limits) {
                Window window = windows.of(limit);
                assertThat(window.used()).isBetween(0L, limit.count());
                assertThat(window.length()).isEqualTo(limit.window().toMillis());
                assertThat(window.end()).isBetween(now + 1, now + window.length());
            }
        }
    }

    /** Whatever the limits were before: a flood of refused calls writes once. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void aCallThatIsNotCountedChangesNothingTheSecondTime(
            @ForAll("limits") List<RateLimit> before,
            @ForAll("limits") List<RateLimit> limits,
            @ForAll("steps") List<Step> steps) {
        Windows windows = Windows.NONE;
        long now = EPOCH;
        for (Step step : steps) {
            now += step.pause;
            windows = windows.take(step.alwaysStored ? before : limits, step.cost, now)
                    .windows();
            Outcome first = windows.take(limits, 0, now);
            Outcome refused = first.windows().take(limits, TOO_MUCH, now);

            assertThat(refused).isEqualTo(new Outcome(false, first.windows(), false));
            assertThat(first.permitted()).isTrue();
        }
    }

    private static void assertThatTheWindowsAre(CallLog log, List<RateLimit> limits, Windows windows, long now) {
        for (RateLimit limit : limits) {
            assertThat(windows.of(limit).used()).isEqualTo(log.used(limit, now));
            assertThat(windows.of(limit).end()).isEqualTo(log.endOfWindow(limit, now));
        }
        assertThat(windows.windows()).extracting(Window::length).doesNotHaveDuplicates();
    }

    /** Small, so that they are reached often; one length may have two counts. */
    @Provide
    Arbitrary<List<RateLimit>> limits() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 12),
                        Arbitraries.longs().between(1, 6).map(Duration::ofSeconds))
                .as(RateLimit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Long> pauses = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(0, 1_500)),
                Tuple.of(1, Arbitraries.longs().between(0, 6).map(seconds -> seconds * 1_000)));
        Arbitrary<Boolean> seldom = Arbitraries.of(true, false, false, false);
        return Combinators.combine(Arbitraries.of(0, 1, 1, 1, 1, 2, 5), pauses, seldom, Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }
}
