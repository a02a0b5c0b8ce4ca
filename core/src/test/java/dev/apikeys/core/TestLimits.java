package dev.apikeys.core;

import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.limit.RateLimitPolicy;
import dev.apikeys.core.limit.RateLimitState;
import dev.apikeys.core.limit.Taking.Refused;
import java.time.Duration;
import java.util.List;

/** Limits for tests, written as an administrator writes them. */
public final class TestLimits {

    /** The key has 59 of its 60 calls left. */
    public static final RateLimitState LEFT =
            new RateLimitState(RateLimitPolicy.KEY, limit("60/minute"), 59, Duration.ofSeconds(60));

    /** The client has none of its 5 calls left. */
    public static final RateLimitState USED_UP =
            new RateLimitState(RateLimitPolicy.CLIENT, limit("5/10s"), 0, Duration.ofSeconds(7));

    /** The refusal of a call that the key's limit would have let through. */
    public static final Refused REFUSED = new Refused(Duration.ofSeconds(7), List.of(LEFT, USED_UP));

    private TestLimits() {}

    public static RateLimit limit(String text) {
        return RateLimit.parse(text).toOptional().orElseThrow();
    }

    /** Reads a comma-separated list. */
    public static List<RateLimit> limits(String text) {
        return RateLimit.parseList(text).toOptional().orElseThrow();
    }
}
