package dev.apikeys.resourceserver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls that one key may still make without a question, and those it has made that Keycloak does not know of. */
final class CallBudget {

    /** With the call that asks, it is the largest cost that introspection takes. */
    static final int MOST_UNREPORTED = 999;

    private List<RateLimit> limits = List.of();
    private Instant toldAt = Instant.MIN;
    private long available;
    private int unreported;
    private @Nullable Question lastUse;
    private Instant lastUsedAt = Instant.MIN;
    private boolean retired;

    /**
     * Calls to be reported.
     *
     * @param use by which they can be: the last one of them
     */
    record Unreported(Question use, int calls) {}

    /** What a fresh answer says, which knows of all calls but those that have come since. */
    synchronized void told(List<RateLimit> fresh, Instant now) {
        limits = fresh;
        toldAt = now;
        available = fresh.stream().mapToLong(RateLimit::remaining).min().orElse(Long.MAX_VALUE) - unreported;
    }

    /** Makes one call without a question and returns where the limits stand after it, unless a question is due. */
    synchronized Optional<List<RateLimit>> spend(Question use, Instant now) {
        if (retired || available < 1 || unreported >= MOST_UNREPORTED) {
            return Optional.empty();
        }
        available--;
        unreported++;
        lastUse = use.withoutScopes();
        lastUsedAt = now;
        long seconds = now.getEpochSecond() - toldAt.getEpochSecond();
        return Optional.of(
                limits.stream().map(limit -> limit.after(unreported, seconds)).toList());
    }

    /** Every call is asked about until there is a new answer. */
    synchronized void exhaust() {
        available = 0;
    }

    /** The caller reports them, or owes them again. */
    synchronized Optional<Unreported> take() {
        Question use = lastUse;
        if (use == null || unreported == 0) {
            return Optional.empty();
        }
        int calls = Math.min(unreported, MOST_UNREPORTED);
        unreported -= calls;
        if (unreported == 0) {
            // it holds the key's value
            lastUse = null;
        }
        return Optional.of(new Unreported(use, calls));
    }

    synchronized void owe(Unreported again) {
        unreported += again.calls();
        lastUse = again.use();
    }

    synchronized boolean idleSince(Instant time) {
        return !lastUsedAt.isAfter(time);
    }

    synchronized boolean isRetired() {
        return retired;
    }

    /** Ends it when it was not told anything lately and has nothing to report; nothing can be spent afterwards. */
    synchronized boolean retire(Instant toldBefore) {
        retired = retired || (unreported == 0 && toldAt.isBefore(toldBefore));
        return retired;
    }
}
