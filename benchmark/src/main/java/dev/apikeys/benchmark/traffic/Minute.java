package dev.apikeys.benchmark.traffic;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What was seen in one minute.
 *
 * @param latencies in microseconds
 * @param pauses of each node
 * @param others the part of the machine that others used
 */
public record Minute(Map<Operation, Histogram> latencies, List<List<Pause>> pauses, double others) {

    public Minute {
        latencies = Map.copyOf(latencies);
        pauses = List.copyOf(pauses);
    }

    /** Of all operations. */
    public Histogram all() {
        Histogram all = new Histogram(latencies.values().iterator().next());
        latencies.values().forEach(all::add);
        return all;
    }
}
