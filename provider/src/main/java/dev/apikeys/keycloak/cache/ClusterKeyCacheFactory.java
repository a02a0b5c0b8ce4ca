package dev.apikeys.keycloak.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.apikeys.keycloak.cache.ClusterKeyCache.Memories;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.cache.infinispan.InfinispanCacheRealmProviderFactory;
import org.keycloak.models.cache.infinispan.InfinispanUserCacheProviderFactory;
import org.keycloak.models.cache.infinispan.events.CacheKeyInvalidatedEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;

/**
 * One cache per node, kept right by Keycloak's own cluster messages. The message class is Keycloak's: one of ours would
 * stay in the {@code work} cache and stop a node without the jar from joining.
 */
public final class ClusterKeyCacheFactory implements KeyCacheProviderFactory {

    /** How many keys a node remembers: {@code --spi-api-keys-cache--cluster--entries}. */
    private static final String ENTRIES = "entries";

    private static final long DEFAULT_ENTRIES = 100_000;
    private static final long UNKNOWN_ENTRIES = 10_000;
    private static final long CLAIMS_ENTRIES = 10_000;
    private static final long TOKEN_BYTES = 64 << 20;

    /** An administrator empties Keycloak's caches after changes that Keycloak has not seen; they do not count that. */
    private static final List<String> CLEARINGS = List.of(
            InfinispanCacheRealmProviderFactory.REALM_CLEAR_CACHE_EVENTS,
            InfinispanUserCacheProviderFactory.USER_CLEAR_CACHE_EVENTS);

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Memories memories = new Memories(
            new ClaimsCache(CLAIMS_ENTRIES, Ticker.systemTicker()),
            new IssuedTokens(TOKEN_BYTES, Clock.systemUTC()),
            Findings.none(),
            new Revisions.Node());
    private KeyCache cache = new KeyCache(DEFAULT_ENTRIES, UNKNOWN_ENTRIES, LIFE, Ticker.systemTicker());

    @Override
    public KeyCacheProvider create(KeycloakSession session) {
        return new ClusterKeyCache(session, cache, memories);
    }

    @Override
    public void init(Config.Scope config) {
        cache = new KeyCache(config.getLong(ENTRIES, DEFAULT_ENTRIES), UNKNOWN_ENTRIES, LIFE, Ticker.systemTicker());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                CacheMetrics.register(Metrics.globalRegistry, cache);
                KeycloakModelUtils.runJobInTransaction(factory, this::listen);
            }
        });
    }

    private void listen(KeycloakSession session) {
        ClusterProvider cluster = session.getProvider(ClusterProvider.class);
        cluster.registerListener(Invalidations.TASK, event -> {
            if (event instanceof CacheKeyInvalidatedEvent invalidated) {
                Invalidations.apply(invalidated.getId(), cache);
            }
        });
        for (String cleared : CLEARINGS) {
            cluster.registerListener(cleared, event -> memories.node().cleared());
        }
        session.getProvider(InfinispanConnectionProvider.class)
                .getCache(InfinispanConnectionProvider.WORK_CACHE_NAME)
                .getCacheManager()
                .addListener(new ClusterMembers(cache));
    }

    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(InfinispanConnectionProvider.class, ClusterProvider.class);
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "cluster";
    }
}
