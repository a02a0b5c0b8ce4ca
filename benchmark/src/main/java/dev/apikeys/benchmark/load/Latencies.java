package dev.apikeys.benchmark.load;

import java.util.Arrays;

/** Counts durations in buckets 3 % wide, from a microsecond to minutes. */
final class Latencies {

    private static final int STEPS_PER_DOUBLING = 24;
    private static final int BUCKETS = 30 * STEPS_PER_DOUBLING;
    private static final double LOG_2 = Math.log(2);

    private final long[] counts = new long[BUCKETS];

    void add(long nanos) {
        counts[bucket(nanos)]++;
    }

    void add(Latencies other) {
        Arrays.setAll(counts, i -> counts[i] + other.counts[i]);
    }

    /** The duration in milliseconds that this share of all stays below. */
    double millis(double share) {
        long wanted = (long) Math.ceil(share * Arrays.stream(counts).sum());
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return Math.exp((i + 0.5) / STEPS_PER_DOUBLING * LOG_2) / 1_000;
            }
        }
        return Double.NaN;
    }

    private static int bucket(long nanos) {
        double micros = Math.max(1, nanos / 1_000.0);
        return Math.min(BUCKETS - 1, (int) (Math.log(micros) / LOG_2 * STEPS_PER_DOUBLING));
    }
}
