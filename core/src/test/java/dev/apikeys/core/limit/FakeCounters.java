package dev.apikeys.core.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counters in a map, some of which a test makes unreachable or known to be full; keeps what was asked. */
final class FakeCounters implements Counters {

    static final Duration PAUSE = Duration.ofMillis(1_500);

    final Map<String, Windows> counted = new HashMap<>();
    final Set<String> unreachable = new HashSet<>();
    final List<String> asked = new ArrayList<>();
    final List<Instant> givenBackAt = new ArrayList<>();

    /** Counters that are known to be full without asking. */
    final Set<String> full = new HashSet<>();

    @Override
    public Optional<Counted> knownRefusal(String counter, List<RateLimit> limits, Instant now) {
        return full.contains(counter) ? Optional.of(new Counted(false, windows(limits, now))) : Optional.empty();
    }

    private static Windows windows(List<RateLimit> limits, Instant now) {
        return Windows.NONE
                .take(limits, limits.get(0).count(), now.toEpochMilli())
                .windows();
    }

    @Override
    public Counting take(String counter, List<RateLimit> limits, int cost, Instant now) {
        asked.add("take " + cost + " from " + counter);
        if (unreachable.contains(counter)) {
            return new Unreachable(PAUSE);
        }
        Windows.Outcome outcome = counted.getOrDefault(counter, Windows.NONE).take(limits, cost, now.toEpochMilli());
        counted.put(counter, outcome.windows());
        return new Counted(outcome.permitted(), outcome.windows());
    }

    @Override
    public void giveBack(String counter, Windows taken, int cost, Instant now) {
        asked.add("give back " + cost + " to " + counter);
        givenBackAt.add(now);
        counted.computeIfPresent(counter, (name, windows) -> windows.giveBack(taken, cost));
    }

    /** Calls counted in the one window of the counter. */
    long used(String counter) {
        return counted.getOrDefault(counter, Windows.NONE).windows().stream()
                .mapToLong(Window::used)
                .sum();
    }
}
