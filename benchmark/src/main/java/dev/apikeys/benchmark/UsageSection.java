package dev.apikeys.benchmark;

import dev.apikeys.benchmark.keys.UsageLoader;
import dev.apikeys.benchmark.load.Variant;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** What usage costs: calls that count beside calls that do not, the dialog that shows it, and writing it down. */
record UsageSection(Lab lab) {

    private static final String METRICS = "metrics-enabled";

    private static final String NAME = Section.USAGE.code();
    private static final String DIALOG = "usage dialog";
    private static final String HEAP = "-Xms512m -Xmx2g";
    private static final int KEYS = 1_000;
    private static final int SOME = 50;

    private static final String ON = "usage on";
    private static final String OFF = "usage off";

    void run() throws IOException, InterruptedException, SQLException {
        try (Stage on = Stage.open(lab, "usage-on", 1, HEAP, options -> options.withBuildOption(METRICS, "true"));
                Stage off = Stage.open(lab, "usage-off", 1, HEAP, options -> options.withBuildOption(METRICS, "true")
                        .withStartOption("spi-api-keys-usage--batched--flush-interval", "0"))) {
            counting(on, off);
            dialog(on);
            new FlushProbe(lab, on).run();
        }
    }

    private void counting(Stage on, Stage off) throws IOException, InterruptedException, SQLException {
        Variant counted =
                on.introspecting(ON, on.realm("counted", Limits.OFF, KEYS).anyKey());
        Variant uncounted =
                off.introspecting(OFF, off.realm("uncounted", Limits.OFF, KEYS).anyKey());
        lab.findings().add(on.interleavedWith(off).run(NAME, List.of(uncounted, counted)));
        lab.findings()
                .atLeast(
                        0.95,
                        "introspection, usage on ÷ off",
                        lab.findings().result(NAME, ON),
                        lab.findings().result(NAME, OFF));
    }

    private void dialog(Stage stage) throws IOException, InterruptedException, SQLException {
        BenchRealm empty = stage.realm("unused", Limits.OFF, KEYS);
        BenchRealm full = stage.realm("used", Limits.OFF, KEYS);
        UsageLoader usage = stage.usage();
        lab.findings().fact("rows of usage", "%,d".formatted(usage.use(full.id())));
        for (String bucket : List.of("hour", "day")) {
            String none = "no usage, by " + bucket;
            String much = "1,000 rows of a million, by " + bucket;
            lab.findings()
                    .add(stage.interleaved()
                            .run(
                                    DIALOG,
                                    List.of(
                                            asking(stage, none, empty, usage, bucket),
                                            asking(stage, much, full, usage, bucket))));
            lab.findings()
                    .atLeast(
                            0.5,
                            much + " ÷ " + none,
                            lab.findings().result(DIALOG, much),
                            lab.findings().result(DIALOG, none));
        }
    }

    private static Variant asking(Stage stage, String name, BenchRealm realm, UsageLoader usage, String bucket)
            throws IOException, InterruptedException, SQLException {
        return stage.variant(name, realm.usage(usage.ids(realm.id(), SOME), "bucket=" + bucket), "\"series\"", 1);
    }
}
