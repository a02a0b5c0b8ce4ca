package dev.apikeys.keycloak.usage;

import dev.apikeys.core.usage.KeyUsage;
import dev.apikeys.core.usage.PendingUsage;
import dev.apikeys.keycloak.store.UsageWriter;
import io.micrometer.core.instrument.Metrics;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.tracing.TracingProviderUtil;

/** Writes usage down every few seconds, and at shutdown. A thread of its own does it: others may take their time. */
public final class BatchedUsageFactory implements UsageProviderFactory {

    /** Seconds between two turns, {@code --spi-api-keys-usage--batched--flush-interval}; 0 counts nothing by key. */
    private static final String FLUSH_INTERVAL = "flush-interval";

    private static final int DEFAULT_FLUSH_INTERVAL = 5;

    /** Of how many keys the calls wait while the database cannot be written: some 300 bytes each. */
    private static final int MOST_KEYS = 200_000;

    /** How long the end of Keycloak may take for it: orchestrators kill what has not ended after 30 seconds. */
    private static final Duration LAST_TURN = Duration.ofSeconds(15);

    private final Clock clock = Clock.systemUTC();
    private final int shard = new SecureRandom().nextInt(UsageWriter.SHARDS);
    private final VerdictMetrics verdicts = new VerdictMetrics(Metrics.globalRegistry);
    private final PendingUsage pending = new PendingUsage(MOST_KEYS);
    private int flushInterval = DEFAULT_FLUSH_INTERVAL;
    private @Nullable UsageTimer timer;

    @Override
    public UsageProvider create(KeycloakSession session) {
        return new NodeUsage(
                counts() ? Optional.of(pending) : Optional.empty(),
                verdicts,
                () -> TracingProviderUtil.getTracingProvider(session).getCurrentSpan(),
                clock);
    }

    @Override
    public void init(Config.Scope config) {
        flushInterval = config.getInt(FLUSH_INTERVAL, DEFAULT_FLUSH_INTERVAL);
    }

    private boolean counts() {
        return flushInterval > 0;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent && counts()) {
                start(factory);
            }
        });
    }

    private void start(KeycloakSessionFactory factory) {
        UsageFlush flush = new UsageFlush(
                pending, usage -> write(factory, usage), new FlushMetrics(Metrics.globalRegistry, verdicts, clock));
        timer = UsageTimer.start(flush, Duration.ofSeconds(flushInterval));
    }

    private List<KeyUsage> write(KeycloakSessionFactory factory, List<KeyUsage> usage) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> UsageWriter.of(session, shard).write(usage));
    }

    /** The database is needed for the last turn. */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(JpaConnectionProvider.class);
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.close(LAST_TURN);
        }
    }

    @Override
    public String getId() {
        return "batched";
    }
}
