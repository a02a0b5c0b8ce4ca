package dev.apikeys.keycloak.limit;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.apikeys.core.limit.Counters;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.limit.Windows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.infinispan.AdvancedCache;
import org.infinispan.manager.EmbeddedCacheManager;
import org.keycloak.Config;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;

/** Counts in Keycloak's own embedded Infinispan. */
public final class InfinispanCountersFactory implements CountersProviderFactory {

    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final LocalCounters local = new LocalCounters();
    private volatile Counters shared = new NotStarted();

    @Override
    public CountersProvider create(KeycloakSession session) {
        return new CountersOfNode(shared, local);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                KeycloakModelUtils.runJobInTransaction(factory, this::open);
            }
        });
    }

    private void open(KeycloakSession session) {
        EmbeddedCacheManager caches = session.getProvider(InfinispanConnectionProvider.class)
                .getCache(InfinispanConnectionProvider.WORK_CACHE_NAME)
                .getCacheManager();
        AdvancedCache<String, byte[]> cache = CounterCache.open(caches);
        Counter metric = Counter.builder("keycloak.api.keys.rate.limit.unanswered")
                .description("Questions to the shared counters of the API key rate limits without an answer")
                .register(Metrics.globalRegistry);
        Outages outages = new Outages(counter -> CounterCache.owners(cache, counter), Ticker.systemTicker(), metric);
        shared = new RefusalMemory(
                new InfinispanCounters(CounterCache.functions(cache), outages, PATIENCE), Ticker.systemTicker());
    }

    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(InfinispanConnectionProvider.class);
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "infinispan";
    }

    /** Before the server is ready nobody can ask. */
    private static final class NotStarted implements Counters {

        @Override
        public Counting take(String counter, List<RateLimit> limits, int cost, Instant now) {
            return new Unreachable(Outages.PAUSE);
        }

        @Override
        public void giveBack(String counter, Windows taken, int cost, Instant now) {}
    }
}
