package dev.apikeys.benchmark.load;

/** What was sent and answered as expected. */
final class Load {

    private final Latencies latencies = new Latencies();
    private long requests;
    private long nanos;

    private Load() {}

    static Load nothing() {
        return new Load();
    }

    void count(long latencyNanos) {
        requests++;
        latencies.add(latencyNanos);
    }

    void add(Load other) {
        requests += other.requests;
        latencies.add(other.latencies);
    }

    /** The same, which took so long. */
    Load in(long elapsed) {
        nanos = elapsed;
        return this;
    }

    long requests() {
        return requests;
    }

    double seconds() {
        return nanos / 1e9;
    }

    double millis(double share) {
        return latencies.millis(share);
    }
}
