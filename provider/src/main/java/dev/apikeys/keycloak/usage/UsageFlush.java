package dev.apikeys.keycloak.usage;

import dev.apikeys.core.usage.KeyUsage;
import dev.apikeys.core.usage.PendingUsage;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Writes down what was counted, some keys at a time, so that no transaction holds many rows. What cannot be written waits
 * for the next turn; the log has one line when that begins and one when it has ended.
 */
final class UsageFlush implements Runnable {

    private static final Logger LOG = Logger.getLogger(UsageFlush.class);
    private static final int KEYS_AT_ONCE = 250;

    private final PendingUsage pending;
    private final Consumer<List<KeyUsage>> store;
    private final FlushMetrics metrics;
    private boolean failing;

    /**
     * @param store writes in one transaction of its own, or throws and has written nothing
     */
    UsageFlush(PendingUsage pending, Consumer<List<KeyUsage>> store, FlushMetrics metrics) {
        this.pending = pending;
        this.store = store;
        this.metrics = metrics;
    }

    @Override
    public synchronized void run() {
        metrics.time(() -> write(pending.takeAll()));
    }

    private void write(List<KeyUsage> all) {
        for (int first = 0; first < all.size(); first += KEYS_AT_ONCE) {
            try {
                store.accept(all.subList(first, Math.min(first + KEYS_AT_ONCE, all.size())));
            } catch (RuntimeException e) {
                putBack(all.subList(first, all.size()), e);
                return;
            }
        }
        metrics.succeeded();
        if (failing) {
            LOG.info("The usage of API keys is written down again");
            failing = false;
        }
    }

    private void putBack(List<KeyUsage> rest, RuntimeException cause) {
        rest.forEach(usage -> {
            if (!pending.putBack(usage)) {
                metrics.lost(usage);
            }
        });
        if (!failing) {
            LOG.warn("The usage of API keys cannot be written down; it is kept until it can be", cause);
            failing = true;
        }
    }
}
