package dev.apikeys.benchmark.report;

import dev.apikeys.benchmark.traffic.Minute;
import dev.apikeys.benchmark.traffic.Operation;
import dev.apikeys.benchmark.traffic.Pause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/** A load in tables: by operation, and by minute. */
public final class LoadReport {

    private static final double MICROS_PER_MILLI = 1_000;
    private static final double PERCENT = 100;

    private LoadReport() {}

    public static String of(List<Minute> minutes) {
        return byOperation(minutes) + "\n" + byMinute(minutes);
    }

    private static String byOperation(List<Minute> minutes) {
        TextTable table =
                new TextTable(List.of("operation", "share", "calls", "p50 ms", "p90", "p99", "p99.9", "longest"));
        for (Operation operation : Operation.values()) {
            table.add(row(operation.code(), operation.share() + " %", total(minutes, operation)));
        }
        Histogram all = new Histogram(minutes.get(0).all());
        minutes.forEach(minute -> all.add(minute.all()));
        table.add(row("all", "100 %", all));
        return table.text();
    }

    private static Histogram total(List<Minute> minutes, Operation operation) {
        Histogram total = new Histogram(minutes.get(0).latencies().get(operation));
        for (Minute minute : minutes) {
            total.add(Objects.requireNonNull(minute.latencies().get(operation)));
        }
        return total;
    }

    private static List<String> row(String name, String share, Histogram latencies) {
        return List.of(
                name,
                share,
                "%,d".formatted(latencies.getTotalCount()),
                millis(latencies, 50),
                millis(latencies, 90),
                millis(latencies, 99),
                millis(latencies, 99.9),
                millis(latencies, 100));
    }

    private static String byMinute(List<Minute> minutes) {
        List<String> header = new ArrayList<>(List.of("minute", "calls", "p50 ms", "p99", "p99.9", "longest"));
        Arrays.stream(Operation.values()).forEach(operation -> header.add(operation.code() + " p99"));
        header.addAll(List.of("heap MB", "pauses", "longest ms", "others' CPU"));
        TextTable table = new TextTable(header);
        for (int i = 0; i < minutes.size(); i++) {
            table.add(row(i + 1, minutes.get(i)));
        }
        return table.text();
    }

    private static List<String> row(int number, Minute minute) {
        Histogram all = minute.all();
        List<String> row = new ArrayList<>(List.of(
                Integer.toString(number),
                "%,d".formatted(all.getTotalCount()),
                millis(all, 50),
                millis(all, 99),
                millis(all, 99.9),
                millis(all, 100)));
        for (Operation operation : Operation.values()) {
            row.add(millis(Objects.requireNonNull(minute.latencies().get(operation)), 99));
        }
        List<Pause> pauses = minute.pauses().stream().flatMap(List::stream).toList();
        row.add(String.join(
                " + ", minute.pauses().stream().map(LoadReport::leastHeap).toList()));
        row.add(Integer.toString(pauses.size()));
        row.add("%.0f"
                .formatted(pauses.stream().mapToDouble(Pause::millis).max().orElse(0)));
        row.add("%.0f %%".formatted(PERCENT * minute.others()));
        return row;
    }

    /** What was left after the collection that left least: the nearest to what is really in use. */
    private static String leastHeap(List<Pause> pauses) {
        return pauses.stream()
                .mapToInt(Pause::megabytesLeft)
                .boxed()
                .min(Integer::compare)
                .map(String::valueOf)
                .orElse("–");
    }

    private static String millis(Histogram latencies, double percentile) {
        return latencies.getTotalCount() == 0
                ? "–"
                : "%.1f".formatted(latencies.getValueAtPercentile(percentile) / MICROS_PER_MILLI);
    }
}
