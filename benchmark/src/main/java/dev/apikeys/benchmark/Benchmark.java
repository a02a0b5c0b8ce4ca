package dev.apikeys.benchmark;

import dev.apikeys.benchmark.report.Findings;
import dev.apikeys.benchmark.report.JsonReport;
import dev.apikeys.benchmark.report.SvgPlot;
import dev.apikeys.benchmark.report.TextReport;
import dev.apikeys.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures the sections that were asked for and writes what it found; a wrong answer of a server ends it. */
public final class Benchmark {

    private Benchmark() {}

    /** Returns normally when everything was measured, whether or not the targets are reached. */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        Locale.setDefault(Locale.ROOT);
        Settings settings = Settings.current();
        Findings findings = new Findings();
        findings.fact("machine", Machine.describe());
        findings.fact("run", settings.describe());
        try (PostgresServer postgres = PostgresServer.start()) {
            measure(new Lab(settings, postgres, new Progress(), findings));
        } finally {
            // also what was found until something failed, without the look of a complete run
            write(findings, settings.output());
        }
        System.out.println(TextReport.of(findings));
        System.out.println("Written to " + settings.output());
        System.exit(0);
    }

    private static void measure(Lab lab) throws IOException, InterruptedException, SQLException {
        Settings settings = lab.settings();
        if (settings.wants(Section.ONE_NODE)) {
            new NodesSection(lab, Section.ONE_NODE.code(), 1).run();
        }
        if (settings.wants(Section.TWO_NODES)) {
            new NodesSection(lab, Section.TWO_NODES.code(), 2).run();
        }
        if (settings.wants(Section.CHECK)) {
            new CheckSection(lab).run();
        }
        if (settings.wants(Section.LIBRARY)) {
            new LibrarySection(lab).run();
        }
        if (settings.wants(Section.USAGE)) {
            new UsageSection(lab).run();
        }
        if (settings.wants(Section.TIMING)) {
            new TimingSection(lab).run();
        }
        if (Stream.of(Section.SCALE, Section.HEAP, Section.LISTS, Section.PAGE).anyMatch(settings::wants)) {
            new ScaleSection(lab).run();
        }
        if (settings.wants(Section.START)) {
            new StartSection(lab).run();
        }
        if (settings.wants(Section.LOAD)) {
            new LoadSection(lab).run();
        }
        lab.findings().complete();
    }

    private static void write(Findings findings, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("results.json"), JsonReport.of(findings));
        Files.writeString(directory.resolve("results.svg"), SvgPlot.of(findings));
        Files.writeString(directory.resolve("results.txt"), TextReport.of(findings));
    }
}
