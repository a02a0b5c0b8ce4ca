package dev.apikeys.benchmark.keys;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Gives the same numbers for the same seed: the keys of a benchmark protect nothing and must be known to it. */
final class RepeatableRandom extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final transient SplittableRandom numbers;

    RepeatableRandom(long seed) {
        numbers = new SplittableRandom(seed);
    }

    @Override
    public int nextInt(int bound) {
        return numbers.nextInt(bound);
    }
}
