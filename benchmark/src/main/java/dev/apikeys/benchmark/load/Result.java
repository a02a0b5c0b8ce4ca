package dev.apikeys.benchmark.load;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All runs of a variant.
 *
 * @param section what it was measured beside
 * @param runs at least one, in the order of the repeats
 */
public record Result(String section, String variant, List<Measurement> runs) {

    public Result {
        runs = List.copyOf(runs);
    }

    public Spread spread(ToDoubleFunction<Measurement> value) {
        return Spread.of(runs.stream().mapToDouble(value).toArray());
    }

    public Spread requestsPerSecond() {
        return spread(Measurement::requestsPerSecond);
    }

    /**
     * How many times as fast as another one that was measured beside it. Each repeat gives a ratio, so that noise which
     * lasts longer than a repeat is on both sides of it.
     */
    public Spread ratioTo(Result other) {
        double[] ratios = new double[Math.min(runs.size(), other.runs.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = runs.get(i).requestsPerSecond() / other.runs.get(i).requestsPerSecond();
        }
        return Spread.of(ratios);
    }
}
