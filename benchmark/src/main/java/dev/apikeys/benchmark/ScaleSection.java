package dev.apikeys.benchmark;

import dev.apikeys.benchmark.load.Measurement;
import dev.apikeys.benchmark.load.Result;
import dev.apikeys.benchmark.load.Variant;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One server with realms of ascending size: the first requests, the heap, all keys at random, lists, and the page that shows them. */
record ScaleSection(Lab lab) {

    private static final String NAME = "scale";
    private static final String HEAP = "-Xms1g -Xmx3g";
    private static final Duration AT_MOST = Duration.ofMinutes(20);
    private static final int FEW = 10;

    void run() throws IOException, InterruptedException, SQLException {
        try (Stage stage = Stage.open(lab, NAME, 1, HEAP)) {
            List<BenchRealm> realms = new ArrayList<>();
            for (int size : lab.settings().sizes()) {
                realms.add(stage.realm("keys-" + size, Limits.OFF, size));
            }
            if (lab.settings().wants(Section.SCALE) || lab.settings().wants(Section.HEAP)) {
                new HeapProbe(lab, stage).run(realms.get(0), realms.get(realms.size() - 1), AT_MOST);
            }
            if (lab.settings().wants(Section.SCALE)) {
                scale(stage, realms);
            }
            if (lab.settings().wants(Section.LISTS)) {
                new ListsProbe(lab, stage).run(realms);
            }
            if (lab.settings().wants(Section.PAGE)) {
                new PageProbe(lab, stage)
                        .run(stage.realm("keys-" + FEW, Limits.OFF, FEW), realms.get(realms.size() - 1));
            }
        }
    }

    private void scale(Stage stage, List<BenchRealm> realms) throws IOException, InterruptedException {
        for (BenchRealm realm : realms.subList(1, realms.size() - 1)) {
            Measurement first = stage.bench().measure(firstPass(stage, realm), AT_MOST);
            lab.findings()
                    .fact(
                            "each of %,d keys once".formatted(realm.keys().size()),
                            "%,.0f requests/s".formatted(first.requestsPerSecond()));
        }
        List<Variant> variants = realms.stream()
                .map(realm -> stage.introspecting(
                        "any of %,d keys".formatted(realm.keys().size()), realm.anyKey()))
                .toList();
        List<Result> results = stage.interleaved().run(NAME, variants);
        lab.findings().add(results);
        Result least = results.get(0);
        Result most = results.get(results.size() - 1);
        lab.findings().atLeast(0.95, most.variant() + " ÷ " + least.variant(), most, least);
    }

    static Variant firstPass(Stage stage, BenchRealm realm) {
        int all = realm.keys().size();
        return stage.introspecting("each of %,d keys once".formatted(all), realm.eachKeyOnce(all));
    }
}
