package dev.apikeys.benchmark.report;

import dev.apikeys.benchmark.load.Result;
import dev.apikeys.benchmark.load.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the sections find. */
public final class Findings {

    private final List<Result> results = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private boolean complete;

    public void add(List<Result> measured) {
        results.addAll(measured);
    }

    /** Something beside the tables. */
    public void fact(String name, String value) {
        facts.put(name, value);
    }

    /** The first should have so many times the requests/s of the second. */
    public void atLeast(double wanted, String name, Result first, Result second) {
        double cpu = Columns.totalMicros(second) / Columns.totalMicros(first);
        targets.add(new Target(name, wanted, true, first.ratioTo(second), cpu));
    }

    public void atMost(double wanted, String name, Spread found) {
        targets.add(new Target(name, wanted, false, found, Double.NaN));
    }

    /** Nothing failed and nothing is missing. */
    public void complete() {
        complete = true;
    }

    /** The result of a variant that was added before. */
    public Result result(String section, String variant) {
        return results.stream()
                .filter(result ->
                        result.section().equals(section) && result.variant().equals(variant))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(section + " has no variant " + variant));
    }

    List<Result> results() {
        return List.copyOf(results);
    }

    List<Target> targets() {
        return List.copyOf(targets);
    }

    Map<String, String> facts() {
        return new LinkedHashMap<>(facts);
    }

    boolean isComplete() {
        return complete;
    }
}
