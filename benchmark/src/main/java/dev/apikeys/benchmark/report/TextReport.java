package dev.apikeys.benchmark.report;

import dev.apikeys.benchmark.load.Result;
import java.util.List;
import java.util.stream.Collectors;

/** What a run found, for people. */
public final class TextReport {

    private static final List<String> TARGET_COLUMNS =
            List.of("target", "wanted", "found", "min", "max", "CPU per request", "");

    private TextReport() {}

    public static String of(Findings findings) {
        StringBuilder text = new StringBuilder();
        if (!findings.isComplete()) {
            text.append("INCOMPLETE: the run failed before its end.\n");
        }
        findings.facts().forEach((name, value) -> text.append("- ")
                .append(name)
                .append(": ")
                .append(value)
                .append('\n'));
        sections(findings).forEach(section -> text.append('\n').append(table(findings, section)));
        return text.append('\n').append(targets(findings)).toString();
    }

    static List<String> sections(Findings findings) {
        return findings.results().stream().map(Result::section).distinct().toList();
    }

    static List<Result> in(Findings findings, String section) {
        return findings.results().stream()
                .filter(result -> result.section().equals(section))
                .collect(Collectors.toList());
    }

    private static String table(Findings findings, String section) {
        List<Result> results = in(findings, section);
        TextTable table = new TextTable(Columns.NAMES);
        results.forEach(result -> table.add(Columns.of(result, results.get(0))));
        return section + "\n\n" + table.text();
    }

    private static String targets(Findings findings) {
        TextTable table = new TextTable(TARGET_COLUMNS);
        findings.targets().forEach(target -> table.add(row(target)));
        return "targets\n\n" + table.text();
    }

    private static List<String> row(Target target) {
        return List.of(
                target.name(),
                (target.atLeast() ? "≥ " : "≤ ") + number(target.wanted()),
                number(target.found().median()),
                number(target.found().min()),
                number(target.found().max()),
                Double.isNaN(target.cpu()) ? "" : number(target.cpu()),
                target.reached() ? "reached" : "MISSED");
    }

    private static String number(double value) {
        return (Math.abs(value) >= 100 ? "%.0f" : "%.2f").formatted(value);
    }
}
