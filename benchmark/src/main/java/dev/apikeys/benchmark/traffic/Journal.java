package dev.apikeys.benchmark.traffic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** What all callers together have seen. */
public final class Journal {

    private static final long MICRO = 1_000;
    private static final long LONGEST = 600_000_000;
    private static final int DIGITS = 3;
    private static final int MOST_TEXTS = 10;

    private final Map<Operation, Recorder> latencies = new EnumMap<>(Operation.class);
    private final Map<Failure, AtomicLong> failures = new EnumMap<>(Failure.class);
    private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
    private final LongAdder decisions = new LongAdder();

    public Journal() {
        for (Operation operation : Operation.values()) {
            latencies.put(operation, new Recorder(1, LONGEST, DIGITS));
        }
        for (Failure failure : Failure.values()) {
            failures.put(failure, new AtomicLong());
        }
    }

    void answered(Operation operation, long nanos) {
        Objects.requireNonNull(latencies.get(operation)).recordValue(Math.min(LONGEST, Math.max(1, nanos / MICRO)));
    }

    /** A key was asked about and the server answered. */
    void decided() {
        decisions.increment();
    }

    void failed(Failure failure, String text) {
        Objects.requireNonNull(failures.get(failure)).incrementAndGet();
        synchronized (texts) {
            if (texts.size() < MOST_TEXTS) {
                texts.add(failure.code() + ": " + text);
            }
        }
    }

    /** The latencies, in microseconds, since the last time that they were asked for. */
    public Map<Operation, Histogram> since() {
        Map<Operation, Histogram> interval = new EnumMap<>(Operation.class);
        latencies.forEach((operation, recorder) -> interval.put(operation, recorder.getIntervalHistogram()));
        return interval;
    }

    public long failures(Failure failure) {
        return Objects.requireNonNull(failures.get(failure)).get();
    }

    /** Some of the failures in words. */
    public List<String> texts() {
        synchronized (texts) {
            return List.copyOf(texts);
        }
    }

    /** How many answers the usage of keys should have. */
    public long decisions() {
        return decisions.sum();
    }
}
