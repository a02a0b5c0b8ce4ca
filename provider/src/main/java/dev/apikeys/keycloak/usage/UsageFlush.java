package dev.apikeys.keycloak.usage;

import dev.apikeys.core.usage.HourlyCalls;
import dev.apikeys.core.usage.KeyUsage;
import dev.apikeys.core.usage.PendingUsage;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/**
 * Writes down what was counted, some keys at a time, so that no transaction holds many rows. What cannot be written waits
 * for the next turn; the log has one line when that begins and one when it has ended.
 */
final class UsageFlush implements Runnable {

    private static final Logger LOG = Logger.getLogger(UsageFlush.class);
    private static final int KEYS_AT_ONCE = 250;

    /** After so many failures of a turn the database is taken to be away. */
    private static final int MOST_FAILURES = 2;

    private static final int LAST_TURNS = 3;

    private final PendingUsage pending;
    private final UnaryOperator<List<KeyUsage>> store;
    private final FlushMetrics metrics;
    private boolean failing;

    /**
     * @param store writes in one transaction of its own and returns what has to wait for another time, or throws and has
     *     written nothing
     */
    UsageFlush(PendingUsage pending, UnaryOperator<List<KeyUsage>> store, FlushMetrics metrics) {
        this.pending = pending;
        this.store = store;
        this.metrics = metrics;
    }

    /** Never throws: nobody would call again. */
    @Override
    public synchronized void run() {
        metrics.time(() -> write(pending.takeAll()));
    }

    /** Writes all there is, if that can be done within some turns, and says how many calls it could not write. */
    synchronized long finish() {
        for (int turn = 0; turn < LAST_TURNS; turn++) {
            run();
        }
        return pending.takeAll().stream()
                .flatMap(usage -> usage.calls().stream())
                .mapToLong(HourlyCalls::calls)
                .sum();
    }

    private void write(List<KeyUsage> all) {
        Optional<Throwable> failure = Optional.empty();
        int failures = 0;
        boolean complete = true;
        for (int first = 0; first < all.size(); first += KEYS_AT_ONCE) {
            List<KeyUsage> rest = all.subList(first, Math.min(first + KEYS_AT_ONCE, all.size()));
            if (failures < MOST_FAILURES) {
                try {
                    rest = store.apply(rest);
                } catch (RuntimeException | Error e) {
                    failure = Optional.of(e);
                    failures++;
                }
            }
            putBack(rest);
            complete &= rest.isEmpty();
        }
        if (complete) {
            metrics.succeeded();
        }
        tell(failure);
    }

    private void putBack(List<KeyUsage> rest) {
        rest.forEach(usage -> {
            if (!pending.putBack(usage)) {
                metrics.lost(usage);
            }
        });
    }

    private void tell(Optional<Throwable> failure) {
        if (failure.isPresent() && !failing) {
            LOG.warn("The usage of API keys cannot be written down; it is kept until it can be", failure.get());
        } else if (failure.isEmpty() && failing) {
            LOG.info("The usage of API keys is written down again");
        }
        failing = failure.isPresent();
    }
}
