package dev.apikeys.core.limit;

/**
 * The calls counted in one window. It begins with the first call that is counted and has a fixed length.
 *
 * @param length in milliseconds
 * @param start in milliseconds since the epoch; says nothing while nothing was used
 * @param used calls counted since then
 */
public record Window(long length, long start, long used) {

    /** A window that would begin with a call now. */
    static Window fresh(long length, long now) {
        return new Window(length, now, 0);
    }

    /** Whether its calls still count. The clock of the node that began it may be ahead of this node's. */
    boolean isRunning(long now) {
        return used > 0 && now < end();
    }

    /** In milliseconds since the epoch. */
    public long end() {
        return start + length;
    }

    /**
     * Milliseconds until it ends, and never more than its length: a clock that was ahead and was put back leaves windows
     * that seem to begin later.
     */
    long left(long now) {
        return Math.min(length, end() - now);
    }

    Window plus(long cost) {
        return new Window(length, start, used + cost);
    }

    Window minus(long cost) {
        return new Window(length, start, Math.max(0, used - cost));
    }
}
