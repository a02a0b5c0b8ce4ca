package dev.apikeys.keycloak.usage;

import dev.apikeys.keycloak.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Has usage written down now and then, and a last time at the end, in a thread that no end of Keycloak waits for without an end. */
final class UsageTimer {

    private static final Logger LOG = Logger.getLogger(UsageTimer.class);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("api-keys-usage"));
    private final UsageFlush flush;

    private UsageTimer(UsageFlush flush) {
        this.flush = flush;
    }

    static UsageTimer start(UsageFlush flush, Duration interval) {
        UsageTimer timer = new UsageTimer(flush);
        ScheduledFuture<?> unused = timer.thread.scheduleWithFixedDelay(
                flush, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return timer;
    }

    /**
     * Writes down what there is. A second time, there is nothing.
     *
     * @param patience how long a database may take that does not answer, not even with an error
     */
    void close(Duration patience) {
        if (thread.isShutdown()) {
            return;
        }
        Future<Long> last = thread.submit(flush::finish);
        thread.shutdown();
        try {
            long lost = last.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (lost > 0) {
                LOG.warnf("The usage of API keys could not be written down at the end; calls that are lost: %d", lost);
            }
        } catch (TimeoutException e) {
            LOG.warnf(
                    "The usage of API keys was not written down within %d ms at the end; what is not yet, is lost",
                    patience.toMillis());
            thread.shutdownNow();
        } catch (ExecutionException e) {
            LOG.warn("The usage of API keys could not be written down at the end", e.getCause());
        } catch (InterruptedException e) {
            LOG.warn(
                    "The usage of API keys was not written down at the end, which was interrupted; what is not yet, is lost");
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
