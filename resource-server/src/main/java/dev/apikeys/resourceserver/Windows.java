package dev.apikeys.resourceserver;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Until when the windows of an answer's limits last, counted from before the question. */
final class Windows {

    /** Whatever an answer says, for calculating with. */
    private static final long LONGEST = 10L * 366 * 86_400;

    private Windows() {}

    /** When the first of them may be over; {@code reset} is rounded up to whole seconds. */
    static Instant firstEnd(List<RateLimit> limits, Instant asked) {
        return end(limits.stream().mapToLong(limit -> limit.reset() - 1).min(), asked);
    }

    /** When all are over. */
    static Instant lastEnd(List<RateLimit> limits, Instant asked) {
        return end(limits.stream().mapToLong(RateLimit::reset).max(), asked);
    }

    private static Instant end(OptionalLong seconds, Instant asked) {
        return seconds.isEmpty() ? Instant.MAX : asked.plusSeconds(Math.min(seconds.getAsLong(), LONGEST));
    }
}
