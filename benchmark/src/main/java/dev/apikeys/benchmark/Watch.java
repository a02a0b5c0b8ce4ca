package dev.apikeys.benchmark;

import dev.apikeys.benchmark.traffic.Callers;
import dev.apikeys.benchmark.traffic.Failure;
import dev.apikeys.benchmark.traffic.GcLog;
import dev.apikeys.benchmark.traffic.Journal;
import dev.apikeys.benchmark.traffic.Minute;
import dev.apikeys.benchmark.traffic.Neighbours;
import dev.apikeys.benchmark.traffic.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks at a load once a minute. */
record Watch(Lab lab, Stage stage, Journal journal, Path logs) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final double MICROS_PER_MILLI = 1_000;
    private static final double P99 = 99;

    /** The whole minutes until the load ends; what of it is late belongs to the last one. */
    List<Minute> minutes(Callers.Running load) throws IOException, InterruptedException {
        Neighbours neighbours = new Neighbours(stage.ours());
        List<Minute> minutes = new ArrayList<>();
        long start = System.currentTimeMillis();
        for (long from = start; !load.isDone(); ) {
            long end = from + MINUTE.toMillis();
            while (System.currentTimeMillis() < end && !load.isDone()) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
            long now = System.currentTimeMillis();
            minutes.add(new Minute(journal.since(), pauses(from, now), neighbours.share()));
            say(minutes);
            from = now;
        }
        load.await();
        return minutes;
    }

    private List<List<Pause>> pauses(long from, long to) throws IOException {
        List<List<Pause>> pauses = new ArrayList<>();
        for (long jvm : stage.jvms()) {
            pauses.add(GcLog.of(logs, jvm).pauses(from, to));
        }
        return pauses;
    }

    private void say(List<Minute> minutes) {
        var all = minutes.get(minutes.size() - 1).all();
        long failures =
                Arrays.stream(Failure.values()).mapToLong(journal::failures).sum();
        lab.progress()
                .say("load: minute %d, %,d calls, p50 %.2f ms, p99 %.2f ms, max %.0f ms, failures so far %d"
                        .formatted(
                                minutes.size(),
                                all.getTotalCount(),
                                all.getValueAtPercentile(50) / MICROS_PER_MILLI,
                                all.getValueAtPercentile(P99) / MICROS_PER_MILLI,
                                all.getMaxValue() / MICROS_PER_MILLI,
                                failures));
    }
}
