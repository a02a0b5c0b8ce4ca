package dev.apikeys.core.verify;

import dev.apikeys.core.limit.Taking;
import dev.apikeys.core.model.ApiKey;

/** Where calls are counted. */
@FunctionalInterface
public interface RateLimiter {

    /**
     * Takes the cost from every limit that holds for the key, or nothing from any of them.
     *
     * @param cost how many calls to count; 0 only looks
     */
    Taking take(ApiKey key, int cost);
}
