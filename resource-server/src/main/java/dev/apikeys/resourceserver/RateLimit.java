package dev.apikeys.resourceserver;

/**
 * Where one limit stands, as introspection tells it.
 *
 * @param policy {@code key}, {@code client} or {@code realm}
 * @param limit calls in a window
 * @param remaining calls that are left
 * @param reset seconds until the window ends
 * @param window length of the window in seconds
 */
public record RateLimit(String policy, long limit, long remaining, long reset, long window) {

    /** The same limit, with nothing left unless it could take the cost. */
    RateLimit orNone(int cost) {
        return remaining < cost ? after(remaining, 0) : this;
    }

    /** The same limit some seconds later, after calls that the answer did not know of. */
    RateLimit after(long calls, long seconds) {
        return new RateLimit(policy, limit, Math.max(0, remaining - calls), Math.max(0, reset - seconds), window);
    }
}
