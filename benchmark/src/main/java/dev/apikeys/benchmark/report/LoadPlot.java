package dev.apikeys.benchmark.report;

import dev.apikeys.benchmark.traffic.Minute;
import dev.apikeys.benchmark.traffic.Operation;
import dev.apikeys.benchmark.traffic.Pause;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A load in pictures, one below the other, from the first minute to the last. */
public final class LoadPlot {

    private static final double MICROS_PER_MILLI = 1_000;
    private static final List<String> COLORS =
            List.of("#3973ac", "#c46210", "#2e7d32", "#8e24aa", "#795548", "#607d8b");

    private final List<Minute> minutes;
    private final SvgLines lines;

    private LoadPlot(List<Minute> minutes) {
        this.minutes = minutes;
        this.lines = new SvgLines(minutes.size());
    }

    public static String of(List<Minute> minutes) {
        LoadPlot plot = new LoadPlot(minutes);
        plot.latencies();
        plot.operations();
        plot.heap();
        plot.pauses();
        plot.others();
        return plot.lines.svg();
    }

    private void latencies() {
        lines.panel(
                "latency of all operations, ms, logarithmic",
                true,
                List.of(
                        line("p50", 0, percentile(50)),
                        line("p99", 1, percentile(99)),
                        line("p99.9", 2, percentile(99.9)),
                        line("longest", 3, percentile(100))));
    }

    private void operations() {
        List<Operation> operations = List.of(Operation.values());
        lines.panel(
                "p99 of each operation, ms, logarithmic",
                true,
                IntStream.range(0, operations.size())
                        .mapToObj(i -> line(
                                operations.get(i).code(),
                                i,
                                minute -> Objects.requireNonNull(
                                                        minute.latencies().get(operations.get(i)))
                                                .getValueAtPercentile(99)
                                        / MICROS_PER_MILLI))
                        .toList());
    }

    private void heap() {
        List<SvgLines.Line> nodes = new ArrayList<>();
        for (int i = 0; i < minutes.get(0).pauses().size(); i++) {
            int node = i;
            nodes.add(line("node " + (i + 1), i, minute -> minute.pauses().get(node).stream()
                    .mapToInt(Pause::megabytesLeft)
                    .asDoubleStream()
                    .min()
                    .orElse(Double.NaN)));
        }
        lines.panel("heap after the collection that left least, MB", false, nodes);
    }

    private void pauses() {
        lines.panel(
                "pauses by collections of all nodes in a minute, ms",
                false,
                List.of(
                        line("all together", 0, minute -> pauses(minute).sum()),
                        line("longest", 1, minute -> pauses(minute).max().orElse(0))));
    }

    private void others() {
        lines.panel(
                "what others used of the machine, %",
                false, List.of(line("others", 0, minute -> 100 * minute.others())));
    }

    private static DoubleStream pauses(Minute minute) {
        return minute.pauses().stream().flatMap(List::stream).mapToDouble(Pause::millis);
    }

    private static ToDoubleFunction<Minute> percentile(double percentile) {
        return minute -> minute.all().getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }

    private SvgLines.Line line(String name, int color, ToDoubleFunction<Minute> value) {
        return new SvgLines.Line(
                name,
                COLORS.get(color % COLORS.size()),
                minutes.stream().mapToDouble(value).boxed().toList());
    }
}
