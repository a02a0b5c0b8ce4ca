package dev.apikeys.keycloak.cache;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** How often a node knew what it was asked. */
final class CacheMetrics {

    private CacheMetrics() {}

    static void register(MeterRegistry registry, KeyCache cache) {
        lookups(registry, cache, "hit", KeyCache::hits);
        lookups(registry, cache, "miss", KeyCache::misses);
    }

    private static void lookups(
            MeterRegistry registry, KeyCache cache, String result, ToDoubleFunction<KeyCache> count) {
        FunctionCounter.builder("keycloak.api.keys.cache.lookups", cache, count)
                .description("Questions for API keys, by whether the node remembered the answer")
                .tag("result", result)
                .register(registry);
    }
}
