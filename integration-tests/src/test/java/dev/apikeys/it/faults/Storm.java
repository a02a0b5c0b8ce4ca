package dev.apikeys.it.faults;

import dev.apikeys.it.support.Keys.NewKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls to both nodes without a break, from before a fault until after it: with keys that are good all the time, with one
 * that has a limit, with revoked ones, and with keys that are made on one node, used on the other and revoked.
 */
final class Storm implements AutoCloseable {

    private static final int ONE_IS_KEPT_OF = 5;
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(20);

    private final StormKeys keys;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Queue<NewKey> made = new ConcurrentLinkedQueue<>();
    private final AtomicInteger stale = new AtomicInteger();
    private final AtomicInteger allowedOfLimited = new AtomicInteger();
    private final AtomicInteger revocations = new AtomicInteger();
    private volatile boolean over;

    private Storm(StormKeys keys) {
        this.keys = keys;
    }

    /** Returns when each kind of call was made and answered. */
    static Storm over(StormKeys keys, List<Caller> nodes) {
        Storm storm = new Storm(keys);
        for (int node = 0; node < nodes.size(); node++) {
            Caller here = nodes.get(node);
            Caller there = nodes.get((node + 1) % nodes.size());
            storm.repeat(round -> storm.ask(here, round));
            storm.repeat(round -> storm.askAboutOthers(here));
            storm.repeat(round -> storm.makeAndRevoke(here, there, round));
        }
        return storm;
    }

    private interface Round {
        void make(int number);
    }

    private void repeat(Round round) {
        running.add(threads.submit(() -> {
            for (int number = 0; !over; number++) {
                round.make(number);
                LockSupport.parkNanos(BETWEEN_CALLS.toNanos());
            }
        }));
    }

    private void ask(Caller node, int round) {
        NewKey key = keys.lasting().get(round % keys.lasting().size());
        Told told = round % 2 == 0 ? node.introspect(key) : node.check(key);
        seen.add(new Seen(System.nanoTime(), told));
    }

    private void askAboutOthers(Caller node) {
        if (node.check(keys.limited()) == Told.ACCEPTED) {
            allowedOfLimited.incrementAndGet();
        }
        countStale(node, keys.revoked());
    }

    /** Now and then one is kept. Whether a revocation without an answer has happened, nobody knows. */
    private void makeAndRevoke(Caller here, Caller there, int round) {
        Optional<NewKey> key = here.create();
        if (key.isEmpty()) {
            return;
        }
        if (round % ONE_IS_KEPT_OF == 0) {
            made.add(key.get());
            return;
        }
        there.introspect(key.get());
        if (here.revoke(key.get())) {
            revocations.incrementAndGet();
            countStale(there, key.get());
        }
    }

    private void countStale(Caller node, NewKey revoked) {
        if (node.introspect(revoked) == Told.ACCEPTED || node.check(revoked) == Told.ACCEPTED) {
            stale.incrementAndGet();
        }
    }

    /** Questions about good keys so far. */
    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Keys that the server said it has made, and nobody revoked. */
    List<NewKey> made() {
        return List.copyOf(made);
    }

    int stale() {
        return stale.get();
    }

    int allowedOfLimited() {
        return allowedOfLimited.get();
    }

    int revocations() {
        return revocations.get();
    }

    /** Ends the calls; fails when one of them got what nobody may answer. */
    @Override
    public void close() {
        over = true;
        threads.shutdown();
        try {
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a call failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
