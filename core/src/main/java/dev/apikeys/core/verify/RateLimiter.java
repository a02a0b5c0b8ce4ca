package dev.apikeys.core.verify;

import dev.apikeys.core.model.ApiKey;
import java.time.Duration;
import java.util.Optional;

/** Where calls are counted. */
@FunctionalInterface
public interface RateLimiter {

    /** Lets everything through. */
    RateLimiter UNLIMITED = (key, cost) -> Optional.empty();

    /**
     * Takes the cost from every limit that holds for the key, or nothing from any of them.
     *
     * @param cost how many calls to count; 0 only looks
     * @return empty when all limits permit, otherwise how long to wait before trying again
     */
    Optional<Duration> take(ApiKey key, int cost);
}
