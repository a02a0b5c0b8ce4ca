package dev.apikeys.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.limit.Windows.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However somebody changes the limits between calls, with lengths that come and go. */
class ChangingLimitsPropertyTest {

    private static final long EPOCH = 1_772_366_400_000L;

    /**
     * One call.
     *
     * @param limits those that hold for it
     * @param pause milliseconds since the call before; at least one, so that it is clear which calls a window begins before
     * @param refusedElsewhere another policy refuses it, and it is given back
     */
    private record Step(List<RateLimit> limits, int cost, long pause, boolean refusedElsewhere) {}

    private record Call(long time, long cost) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    void noCallIsPermittedThatIsTooMuchSinceTheBeginningOfAWindowThatStillRuns(@ForAll("steps") List<Step> steps) {
        List<Call> permitted = new ArrayList<>();
        Windows windows = Windows.NONE;
        long now = EPOCH;
        for (Step step : steps) {
            now += step.pause;
            Outcome outcome = windows.take(step.limits, step.cost, now);
            boolean counted = outcome.permitted() && step.cost > 0;
            if (counted) {
                permitted.add(new Call(now, step.cost));
                for (RateLimit limit : step.limits) {
                    assertThat(since(outcome.windows().of(limit).start(), permitted))
                            .isLessThanOrEqualTo(limit.count());
                }
            }
            windows = outcome.changed() ? outcome.windows() : windows;
            if (counted && step.refusedElsewhere) {
                windows = windows.giveBack(outcome.windows(), step.cost);
                permitted.remove(permitted.size() - 1);
            }
        }
    }

    /** A window, once begun, is neither begun anew nor does it lose calls before it ends, whether its limit holds or not. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void aWindowThatRunsGoesOnWhateverTheLimitsAre(@ForAll("steps") List<Step> steps) {
        Windows windows = Windows.NONE;
        long now = EPOCH;
        for (Step step : steps) {
            now += step.pause;
            Outcome outcome = windows.take(step.limits, step.cost, now);
            for (Window before : windows.windows()) {
                if (before.isRunning(now)) {
                    assertThat(outcome.windows().windows())
                            .contains(outcome.permitted() ? before.plus(step.cost) : before);
                }
            }
            assertThat(outcome.windows().windows()).extracting(Window::length).doesNotHaveDuplicates();
            windows = outcome.windows();
        }
    }

    private static long since(long beginning, List<Call> calls) {
        return calls.stream()
                .filter(call -> call.time >= beginning)
                .mapToLong(Call::cost)
                .sum();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<RateLimit> limit = Combinators.combine(
                        Arbitraries.longs().between(1, 12),
                        Arbitraries.of(1, 2, 3, 5, 8, 20).map(Duration::ofSeconds))
                .as(RateLimit::new);
        return Combinators.combine(
                        limit.list().ofMaxSize(3),
                        Arbitraries.of(0, 1, 1, 1, 2, 5),
                        Arbitraries.longs().between(1, 1_500),
                        Arbitraries.of(true, false, false, false))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }
}
