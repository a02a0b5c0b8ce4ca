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
    private Instant usableUntil = Instant.MAX;
    private Instant countedUntil = Instant.MIN;
    private long available;
    private int unreported;
    private int unknownToLimits;
    private @Nullable Question lastUse;
    private Instant lastUsedAt = Instant.MIN;
    private boolean retired;

    /**
     * Calls to be reported.
     *
     * @param use by which they can be: the last one of them
     * @param until when all the windows are over in which they were made
     */
    record Unreported(Question use, int calls, Instant until) {}

    /**
     * What a fresh answer says, which knows of all calls but those that have come since.
     *
     * @param asked before the question, so that no window is taken for longer than it is
     */
    synchronized void told(List<RateLimit> fresh, Instant asked) {
        limits = fresh;
        toldAt = asked;
        unknownToLimits = unreported;
        available = fresh.stream().mapToLong(RateLimit::remaining).min().orElse(Long.MAX_VALUE) - unreported;
        usableUntil = Windows.firstEnd(fresh, asked);
        Instant end = Windows.lastEnd(fresh, asked);
        countedUntil = unreported > 0 && countedUntil.isAfter(end) ? countedUntil : end;
    }

    /** Makes one call without a question and returns where the limits stand after it, unless a question is due. */
    synchronized Optional<List<RateLimit>> spend(Question use, Instant now) {
        if (retired || available < 1 || unreported >= MOST_UNREPORTED || !now.isBefore(usableUntil)) {
            return Optional.empty();
        }
        available--;
        unreported++;
        unknownToLimits++;
        lastUse = use.withoutScopes();
        lastUsedAt = now;
        long seconds = now.getEpochSecond() - toldAt.getEpochSecond();
        return Optional.of(limits.stream()
                .map(limit -> limit.after(unknownToLimits, seconds))
                .toList());
    }

    /** Every call is asked about until there is a new answer. */
    synchronized void exhaust() {
        available = 0;
    }

    /**
     * The caller reports them, or owes them again. Calls whose windows are all over are forgotten: they would be counted in
     * the next ones.
     */
    synchronized Optional<Unreported> take(Instant now) {
        if (!now.isBefore(countedUntil)) {
            forget(unreported);
        }
        Question use = lastUse;
        if (use == null || unreported == 0) {
            return Optional.empty();
        }
        int calls = Math.min(unreported, MOST_UNREPORTED);
        forget(calls);
        return Optional.of(new Unreported(use, calls, countedUntil));
    }

    private void forget(int calls) {
        unreported -= calls;
        if (unreported == 0) {
            // it holds the key's value
            lastUse = null;
        }
    }

    /** Calls of which it is certain that they were not counted.. */
    synchronized void owe(Unreported again) {
        unreported += again.calls();
        lastUse = again.use();
        countedUntil = again.until().isAfter(countedUntil) ? again.until() : countedUntil;
    }

    /** Nothing was let through since, or nothing more can be soon. */
    synchronized boolean isDue(Instant idleSince, Instant soon) {
        return !lastUsedAt.isAfter(idleSince) || !soon.isBefore(usableUntil);
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
