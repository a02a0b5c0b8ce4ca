package dev.apikeys.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One fault under a storm of calls. */
final class Trial {

    /** Enough answers of both nodes to see that all is well. */
    private static final int CALM = 100;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** What breaks and is mended again. */
    interface Fault {

        void begin() throws Exception;

        /** While it lasts; returns when it has lasted long enough. */
        default void last(Storm storm) throws Exception {
            int before = storm.seen().size();
            await().atMost(PATIENCE).until(() -> storm.seen().size() > before + CALM);
        }

        void mend() throws Exception;
    }

    private final String name;
    private final TestRealm realm = FaultCluster.newRealm();
    private final List<Caller> callers = FaultCluster.callers(realm);
    private final StormKeys keys = StormKeys.in(realm);

    Trial(String name) {
        this.name = name;
    }

    List<Caller> callers() {
        return callers;
    }

    /** Returns when all is well again, with everything that was asked for until then. */
    Figures of(Fault fault) throws Exception {
        List<Told> untouched = new ArrayList<>();
        long begun;
        long mended;
        Storm storm = Storm.over(keys, callers);
        try (storm) {
            await().atMost(PATIENCE).until(() -> storm.seen().size() > CALM);
            begun = System.nanoTime();
            fault.begin();
            try {
                keys.untouched().forEach(key -> untouched.add(callers.get(0).introspect(key)));
                fault.last(storm);
            } finally {
                fault.mend();
            }
            mended = System.nanoTime();
            await().atMost(PATIENCE).until(() -> isCalm(storm, mended));
        }
        return figures(storm, untouched, begun, mended).write();
    }

    /** The last answers since then are all as they should be. */
    private static boolean isCalm(Storm storm, long since) {
        List<Seen> after =
                storm.seen().stream().filter(seen -> seen.at() > since).toList();
        return after.size() > CALM
                && after.subList(after.size() - CALM, after.size()).stream()
                        .allMatch(seen -> seen.told() == Told.ACCEPTED);
    }

    private Figures figures(Storm storm, List<Told> untouched, long begun, long mended) {
        assertThat(storm.seen().stream().filter(seen -> seen.at() < begun))
                .extracting(Seen::told)
                .containsOnly(Told.ACCEPTED);
        List<Seen> since =
                storm.seen().stream().filter(seen -> seen.at() >= begun).toList();
        long lastWrong = since.stream()
                .filter(seen -> seen.told() != Told.ACCEPTED)
                .mapToLong(Seen::at)
                .max()
                .orElse(mended);
        long accepted = storm.seen().stream()
                .filter(seen -> seen.told() == Told.ACCEPTED)
                .count();
        return new Figures(
                name,
                since.size(),
                since.stream().map(Seen::told).toList(),
                untouched,
                seconds(mended - begun),
                seconds(Math.max(0, lastWrong - mended)),
                storm.revocations(),
                lost(storm),
                Math.max(0, usedUp(storm.allowedOfLimited()) - StormKeys.LIMIT),
                storm.stale(),
                uncounted(accepted));
    }

    /** Good keys that a node does not accept, not even the second time it is asked. */
    private int lost(Storm storm) {
        List<NewKey> good =
                Stream.of(keys.untouched(), storm.made()).flatMap(List::stream).toList();
        return (int) good.stream()
                .filter(key -> callers.stream().anyMatch(node -> node.check(key) != Told.ACCEPTED))
                .count();
    }

    /** What the limit has let through when nothing is left of it. */
    private int usedUp(int allowed) {
        int total = allowed;
        for (Caller node : callers) {
            while (node.check(keys.limited()) == Told.ACCEPTED) {
                total++;
            }
        }
        return total;
    }

    /** What is missing in the usage of the keys that were good all the time, when everything is written down. */
    private long uncounted(long accepted) {
        long counted = counted();
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (counted < accepted && System.nanoTime() < end) {
            counted = counted();
        }
        return Math.max(0, accepted - counted);
    }

    private long counted() {
        return keys.lasting().stream()
                .mapToLong(key -> callers.get(0).allowed(key))
                .sum();
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
