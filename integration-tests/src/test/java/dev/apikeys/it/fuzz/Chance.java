package dev.apikeys.it.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** What decides about one request: the same seed and number make the same decisions. */
final class Chance {

    /** Numbers that follow each other begin far from each other (the golden ratio, as in SplittableRandom itself). */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final SplittableRandom random;

    Chance(long seed, long number) {
        this.random = new SplittableRandom(seed + number * SPREAD);
    }

    /** A number from 0 to one less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Yes in so many of a hundred cases. */
    boolean percent(int percent) {
        return below(100) < percent;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    final <T> T of(T... choices) {
        return choices[below(choices.length)];
    }
}
