package dev.apikeys.core.limit;

import java.time.Duration;

/**
 * Where a limit stands after a call.
 *
 * @param remaining calls that it still lets through in the window
 * @param reset time until the window ends; its whole length when it has not begun
 */
public record RateLimitState(RateLimitPolicy policy, RateLimit limit, long remaining, Duration reset) {

    static RateLimitState of(RateLimitPolicy policy, RateLimit limit, Windows windows, long now) {
        Window window = windows.of(limit);
        return new RateLimitState(
                policy, limit, Math.max(0, limit.count() - window.used()), Duration.ofMillis(window.left(now)));
    }

    /** Whether a call of this cost would be too much. */
    public boolean refuses(int cost) {
        return cost > remaining;
    }

    /** The time until the window ends in whole seconds, rounded up. */
    public long resetSeconds() {
        return wholeSeconds(reset);
    }

    /** At least one, rounded up. */
    static long wholeSeconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }
}
