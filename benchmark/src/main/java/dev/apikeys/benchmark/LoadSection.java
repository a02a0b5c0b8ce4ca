package dev.apikeys.benchmark;

import dev.apikeys.benchmark.load.Spread;
import dev.apikeys.benchmark.report.LoadPlot;
import dev.apikeys.benchmark.report.LoadReport;
import dev.apikeys.benchmark.traffic.Callers;
import dev.apikeys.benchmark.traffic.Failure;
import dev.apikeys.benchmark.traffic.GcLog;
import dev.apikeys.benchmark.traffic.Journal;
import dev.apikeys.benchmark.traffic.Minute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server under everything that callers and administrators do, at a part of the rate that it can take, for long. */
record LoadSection(Lab lab) {

    private static final String NAME = Section.LOAD.code();
    private static final String HEAP = "-Xms1g -Xmx1g";
    private static final int KEYS = 10_000;
    private static final int CONNECTIONS = 64;
    private static final int WARM_UP_ROUNDS = 6;
    private static final List<Integer> RAMP = List.of(4, 8, 16, 32);
    private static final double MOST_GROWTH = 1.15;

    /** More than the interval in which usage is written down. */
    private static final Duration FLUSH = Duration.ofSeconds(20);

    void run() throws IOException, InterruptedException, SQLException {
        Path logs = Files.createDirectories(lab.settings().output().toAbsolutePath());
        try (Stage stage = Stage.open(
                lab,
                NAME,
                lab.settings().loadNodes(),
                HEAP,
                options -> options.withEnvironment("JAVA_OPTS_APPEND", "-XX:+UseG1GC " + GcLog.option(logs)))) {
            BenchRealm realm = stage.realm(NAME, Limits.KEY, KEYS);
            Journal journal = new Journal();
            LoadWire wire = new LoadWire(realm, realm.api().adminToken());
            try (Callers callers = Callers.connect(stage.servers(), wire, journal, CONNECTIONS)) {
                load(stage, callers, journal, logs);
            }
            Thread.sleep(FLUSH.toMillis());
            long counted = stage.usage().calls(realm.id());
            lab.findings().fact("decisions about keys", "%,d".formatted(journal.decisions()));
            lab.findings().atMost(0, "decisions that usage does not have", Spread.of((double)
                    (journal.decisions() - counted)));
        }
    }

    private void load(Stage stage, Callers callers, Journal journal, Path output)
            throws IOException, InterruptedException {
        double most = most(callers);
        double rate = most * lab.settings().loadShare();
        journal.since();
        List<Long> before = heaps(stage);
        lab.progress().say("load: the most was %,.0f calls/s; now %,.0f calls/s".formatted(most, rate));
        Watch watch = new Watch(lab, stage, journal, output);
        List<Minute> minutes = watch.minutes(callers.atRate(rate, lab.settings().loadTime()));
        List<Long> after = heaps(stage);
        lab.findings()
                .fact(
                        "load",
                        "%,.0f calls/s for %d minutes, %.0f %% of the most, which was %,.0f calls/s"
                                .formatted(
                                        rate,
                                        minutes.size(),
                                        100 * lab.settings().loadShare(),
                                        most));
        targets(journal, before, after);
        Files.writeString(output.resolve("load.txt"), LoadReport.of(minutes));
        Files.writeString(output.resolve("load.svg"), LoadPlot.of(minutes));
    }

    /** The best of some numbers of connections, each of which waits for its answers. */
    private double most(Callers callers) throws IOException, InterruptedException {
        for (int round = 1; round <= WARM_UP_ROUNDS; round++) {
            lab.progress().say("load: warm-up %d of %d".formatted(round, WARM_UP_ROUNDS));
            callers.asFastAsPossible(CONNECTIONS / 4, lab.settings().rampStep());
        }
        double most = 0;
        for (int connections : RAMP) {
            double rate = callers.asFastAsPossible(connections, lab.settings().rampStep());
            lab.findings().fact("ramp, connections: " + connections, "%,.0f calls/s".formatted(rate));
            most = Math.max(most, rate);
        }
        return most;
    }

    private static List<Long> heaps(Stage stage) throws IOException, InterruptedException {
        List<Long> heaps = new ArrayList<>();
        for (long jvm : stage.jvms()) {
            heaps.add(new JvmHeap(jvm).usedAfterCollection());
        }
        return heaps;
    }

    private void targets(Journal journal, List<Long> before, List<Long> after) {
        for (Failure failure : Failure.values()) {
            lab.findings().atMost(0, failure.code(), Spread.of((double) journal.failures(failure)));
        }
        for (int node = 0; node < before.size(); node++) {
            double megabytesBefore = before.get(node) / 1e6;
            double megabytesAfter = after.get(node) / 1e6;
            lab.findings()
                    .fact(
                            "heap of node %d after full collections".formatted(node + 1),
                            "%.0f MB before, %.0f MB at the end".formatted(megabytesBefore, megabytesAfter));
            lab.findings()
                    .atMost(
                            MOST_GROWTH,
                            "heap of node %d, end ÷ start".formatted(node + 1),
                            Spread.of(megabytesAfter / megabytesBefore));
        }
        journal.texts().forEach(lab.progress()::say);
    }
}
