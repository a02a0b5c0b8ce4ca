package dev.apikeys.keycloak.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * The time for several steps: each has a share of it before any has another, so that one with much to do keeps none from being
 * begun.
 */
record HousekeepingTurn(Clock clock, Instant end) {

    private static final Duration SHARE = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(HousekeepingTurn.class);

    /**
     * Does as much as there is time for.
     *
     * @param steps in the order of their first shares; each does a part of its work whenever it is asked, and says how much that was
     */
    void take(List<IntSupplier> steps) {
        Queue<IntSupplier> waiting = new ArrayDeque<>(steps);
        while (!waiting.isEmpty() && goesOn(end)) {
            IntSupplier step = waiting.remove();
            if (hasMoreAfterItsShare(step)) {
                waiting.add(step);
            }
        }
    }

    /** One that fails does not keep the others from being done. */
    private boolean hasMoreAfterItsShare(IntSupplier step) {
        Instant endOfShare = clock.instant().plus(SHARE);
        try {
            int done = 1;
            while (done > 0 && goesOn(endOfShare) && goesOn(end)) {
                done = step.getAsInt();
            }
            return done > 0;
        } catch (RuntimeException e) {
            LOG.warn("A step of the housekeeping of API keys failed; it is done again next time", e);
            return false;
        }
    }

    private boolean goesOn(Instant until) {
        return clock.instant().isBefore(until);
    }
}
