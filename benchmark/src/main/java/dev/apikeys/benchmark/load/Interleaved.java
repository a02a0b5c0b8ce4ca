package dev.apikeys.benchmark.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs variants in turn, A B C A B C: a machine that gets slower for a minute makes all of them slower.
 *
 * @param warmUps rounds that are not counted, so that the server's compiler is done with all variants
 */
public record Interleaved(Bench bench, Duration duration, int warmUps, int repeats, Consumer<String> progress) {

    /** The results in the order of the variants. */
    public List<Result> run(String section, List<Variant> variants) throws IOException, InterruptedException {
        for (int round = 1; round <= warmUps; round++) {
            progress.accept("%s: warm-up %d of %d".formatted(section, round, warmUps));
            round(variants);
        }
        List<List<Measurement>> rounds = new ArrayList<>();
        for (int round = 1; round <= repeats; round++) {
            progress.accept("%s: repeat %d of %d".formatted(section, round, repeats));
            rounds.add(round(variants));
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            int variant = i;
            results.add(new Result(
                    section,
                    variants.get(i).name(),
                    rounds.stream().map(round -> round.get(variant)).toList()));
        }
        return results;
    }

    private List<Measurement> round(List<Variant> variants) throws IOException, InterruptedException {
        List<Measurement> round = new ArrayList<>();
        for (Variant variant : variants) {
            round.add(bench.measure(variant, duration));
        }
        return round;
    }
}
