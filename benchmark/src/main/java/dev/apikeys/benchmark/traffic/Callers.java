package dev.apikeys.benchmark.traffic;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Connections to all nodes in equal parts, a thread for each. */
public final class Callers implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final List<Caller> all = new ArrayList<>();
    private final ExecutorService threads;

    private Callers(int connections) {
        threads = Executors.newFixedThreadPool(connections);
    }

    public static Callers connect(List<URI> servers, Wire wire, Journal journal, int connections) throws IOException {
        Callers callers = new Callers(connections);
        KeyRing ring = new KeyRing();
        for (int i = 0; i < connections; i++) {
            callers.all.add(new Caller(servers.get(i % servers.size()), wire, ring, journal, i));
        }
        return callers;
    }

    /** Calls as fast as so many connections can, each waiting for its answer; how many calls a second that were. */
    public double asFastAsPossible(int connections, Duration duration) throws IOException, InterruptedException {
        AtomicLong calls = new AtomicLong();
        long start = System.nanoTime();
        await(start(all.subList(0, connections), caller -> {
            for (long now = start; now - start < duration.toNanos(); now = System.nanoTime()) {
                caller.call(now);
                calls.incrementAndGet();
            }
        }));
        return calls.get() * NANOS / (System.nanoTime() - start);
    }

    /**
     * Calls at this rate, whatever the answers do: a call that no connection is free for waits, and its latency is counted
     * from the moment when it was due. Returns at once.
     */
    public Running atRate(double perSecond, Duration duration) {
        double interval = NANOS / perSecond;
        AtomicLong next = new AtomicLong();
        long start = System.nanoTime();
        long last = (long) (duration.toNanos() / interval);
        return new Running(start(all, caller -> {
            for (long call = next.getAndIncrement(); call < last; call = next.getAndIncrement()) {
                long due = start + (long) (call * interval);
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                caller.call(due);
            }
        }));
    }

    /** Calls that are being made. */
    public record Running(List<Future<?>> threads) {

        public boolean isDone() {
            return threads.stream().allMatch(Future::isDone);
        }

        /** Fails when a thread has ended by an error. */
        public void await() throws IOException, InterruptedException {
            Callers.await(threads);
        }
    }

    @FunctionalInterface
    private interface Work {
        void of(Caller caller);
    }

    private List<Future<?>> start(List<Caller> callers, Work work) {
        List<Future<?>> running = new ArrayList<>();
        callers.forEach(caller -> running.add(threads.submit(() -> work.of(caller))));
        return running;
    }

    private static void await(List<Future<?>> running) throws IOException, InterruptedException {
        try {
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("A caller failed", e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (Caller caller : all) {
            caller.close();
        }
    }
}
