package dev.apikeys.keycloak.limit;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.infinispan.AdvancedCache;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.Configuration;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.distribution.DistributionManager;
import org.infinispan.functional.FunctionalMap.ReadWriteMap;
import org.infinispan.functional.impl.FunctionalMapImpl;
import org.infinispan.functional.impl.ReadWriteMapImpl;
import org.infinispan.manager.EmbeddedCacheManager;
import org.jboss.logging.Logger;

/**
 * The cache that the counters live in: each on two nodes, so that the end of one loses nothing. A frozen node must not
 * hold up the others for Infinispan's usual 15 s.
 */
final class CounterCache {

    /** What is kept there has one form for ever: another form needs another name. */
    private static final String NAME = "apiKeyCounters";

    private static final int OWNERS = 2;
    private static final long REMOTE_TIMEOUT_MILLIS = 1_000;
    private static final long LOCK_TIMEOUT_MILLIS = 500;
    private static final Logger LOG = Logger.getLogger(CounterCache.class);

    private CounterCache() {}

    static AdvancedCache<String, byte[]> open(EmbeddedCacheManager caches) {
        boolean clustered = caches.getMembers() != null;
        if (caches.getCacheConfiguration(NAME) == null) {
            caches.defineConfiguration(NAME, configuration(clustered));
        }
        LOG.debugf("Rate limits are counted %s", clustered ? "by the cluster" : "by this node alone");
        return caches.<String, byte[]>getCache(NAME).getAdvancedCache();
    }

    static ReadWriteMap<String, byte[]> functions(AdvancedCache<String, byte[]> cache) {
        return ReadWriteMapImpl.create(FunctionalMapImpl.create(cache));
    }

    /** The nodes that keep a counter; all are the same where there is one node. */
    static Object owners(AdvancedCache<String, byte[]> cache, String counter) {
        DistributionManager distribution = cache.getDistributionManager();
        return distribution == null
                ? NAME
                : Set.copyOf(
                        distribution.getCacheTopology().getDistribution(counter).writeOwners());
    }

    private static Configuration configuration(boolean clustered) {
        ConfigurationBuilder builder = new ConfigurationBuilder();
        builder.encoding().mediaType(MediaType.APPLICATION_OBJECT_TYPE);
        builder.statistics().disable();
        builder.locking().lockAcquisitionTimeout(LOCK_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        if (clustered) {
            builder.clustering()
                    .cacheMode(CacheMode.DIST_SYNC)
                    .remoteTimeout(REMOTE_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .hash()
                    .numOwners(OWNERS);
        }
        return builder.build();
    }
}
