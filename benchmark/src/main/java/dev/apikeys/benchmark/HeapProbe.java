package dev.apikeys.benchmark;

import dev.apikeys.benchmark.load.Measurement;
import dev.apikeys.benchmark.load.Spread;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** What it costs to ask for each key of the largest realm once, and what the server then keeps in its heap. */
record HeapProbe(Lab lab, Stage stage) {

    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final double TARGET_MEGABYTES = 400;
    private static final Duration SAMPLE = Duration.ofSeconds(2);

    /** Longer than PostgreSQL holds back statistics of an idle connection. */
    private static final Duration STATISTICS_DELAY = Duration.ofSeconds(12);

    /** {@code small} lets everything else that a server keeps settle before the first look. */
    void run(BenchRealm small, BenchRealm large, Duration atMost)
            throws IOException, InterruptedException, SQLException {
        for (int round = 0; round < lab.settings().warmUps(); round++) {
            stage.bench()
                    .measure(
                            stage.introspecting("warm-up", small.anyKey()),
                            lab.settings().duration());
        }
        JvmHeap heap = new JvmHeap(stage.jvm());
        long before = heap.usedAfterCollection();
        lab.progress()
                .say("asking for each of %,d keys once".formatted(large.keys().size()));
        Measurement first = stage.bench().measure(ScaleSection.firstPass(stage, large), atMost);
        long added = heap.usedAfterCollection() - before;
        report(large.keys().size(), first, added, remembered(large));
    }

    private void report(int keys, Measurement first, long added, double remembered) {
        lab.findings()
                .fact(
                        "each of %,d keys once".formatted(keys),
                        "%,.0f requests/s, %,.1f s, server %.0f and database %.0f µs/request"
                                .formatted(
                                        first.requestsPerSecond(),
                                        first.requests() / first.requestsPerSecond(),
                                        first.serverMicros(),
                                        first.databaseMicros()));
        lab.findings().fact("of these the server still remembers", "%.1f %%".formatted(100 * remembered));
        lab.findings().fact("heap added by them", "%,.1f MB".formatted(added / BYTES_PER_MEGABYTE));
        if (lab.settings().wants(Section.HEAP)) {
            double bytesPerKey = added / (keys * remembered);
            lab.findings().fact("heap per key", "%.0f bytes".formatted(bytesPerKey));
            lab.findings().atMost(TARGET_MEGABYTES, "MB of heap for 1,000,000 cached keys", Spread.of(bytesPerKey));
        }
    }

    /** The share of the keys that need no lookup, as the database saw it. */
    private double remembered(BenchRealm realm) throws IOException, InterruptedException, SQLException {
        long before = settledLookups();
        Measurement sample = stage.bench().measure(stage.introspecting("sample", realm.anyKey()), SAMPLE);
        return 1 - (settledLookups() - before) / (double) sample.requests();
    }

    private long settledLookups() throws InterruptedException, SQLException {
        Thread.sleep(STATISTICS_DELAY.toMillis());
        return stage.database().lookups();
    }
}
