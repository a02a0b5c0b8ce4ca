package dev.apikeys.keycloak.limit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.infinispan.commons.time.DefaultTimeService;
import org.infinispan.commons.time.TimeService;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.factories.GlobalComponentRegistry;
import org.infinispan.factories.impl.BasicComponentRegistry;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.manager.EmbeddedCacheManager;

/** Infinispan in one node without a network, whose clock a test puts forward. */
final class LocalCaches implements AutoCloseable {

    private final AtomicLong ahead = new AtomicLong();
    private final DefaultCacheManager caches = new DefaultCacheManager(
            new GlobalConfigurationBuilder().nonClusteredDefault().build());

    LocalCaches() {
        BasicComponentRegistry components =
                GlobalComponentRegistry.of(caches).getComponent(BasicComponentRegistry.class);
        components.replaceComponent(TimeService.class.getName(), new Clock(), true);
        components.rewire();
    }

    EmbeddedCacheManager manager() {
        return caches;
    }

    void putForward(Duration time) {
        ahead.addAndGet(time.toMillis());
    }

    @Override
    public void close() throws IOException {
        caches.close();
    }

    private final class Clock extends DefaultTimeService {

        @Override
        public long wallClockTime() {
            return super.wallClockTime() + ahead.get();
        }

        @Override
        public long time() {
            return super.time() + Duration.ofMillis(ahead.get()).toNanos();
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(wallClockTime());
        }
    }
}
