package dev.apikeys.keycloak.notice;

import dev.apikeys.keycloak.DaemonThreads;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;

/** Sends notices by e-mail every minute, one node at a time. Threads of its own do it: SMTP servers take their time. */
public final class MailNoticesFactory implements NoticeProviderFactory {

    /** Seconds between two turns, {@code --spi-api-keys-notice--mail--interval}; 0 sends none. */
    private static final String INTERVAL = "interval";

    private static final long DEFAULT_INTERVAL = 60;

    /** How long a turn may take to notice that Keycloak ends. */
    private static final Duration LAST_STEP = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(MailNoticesFactory.class);

    private final Clock clock = Clock.systemUTC();
    private final NoticeMetrics metrics = new NoticeMetrics(Metrics.globalRegistry);
    private Duration interval = Duration.ofSeconds(DEFAULT_INTERVAL);
    private @Nullable RealmThreads threads;
    private @Nullable ScheduledExecutorService timer;

    @Override
    public NoticeProvider create(KeycloakSession session) {
        return new QueuingNotices(session, sends());
    }

    @Override
    public void init(Config.Scope config) {
        interval = Duration.ofSeconds(config.getLong(INTERVAL, DEFAULT_INTERVAL));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent && sends()) {
                start(factory);
            }
        });
    }

    private boolean sends() {
        return interval.toMillis() > 0;
    }

    private void start(KeycloakSessionFactory factory) {
        RealmThreads mails = new RealmThreads();
        ScheduledExecutorService turns =
                Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("api-keys-notices"));
        NoticeTurn turn =
                new NoticeTurn(factory, new NoticeDelivery(factory, mails, metrics, clock), turns::isShutdown, clock);
        ScheduledFuture<?> unused = turns.scheduleWithFixedDelay(
                new ClusterAwareScheduledTaskRunner(factory, turn, interval.toMillis()),
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
        threads = mails;
        timer = turns;
    }

    /** A turn writes down what it has sent. */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(JpaConnectionProvider.class, ClusterProvider.class);
    }

    @Override
    public void close() {
        if (timer != null && threads != null) {
            timer.shutdown();
            try {
                if (!timer.awaitTermination(LAST_STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.warn("A notice about an API key was being sent at the end; it may be sent again");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            threads.close();
        }
    }

    @Override
    public String getId() {
        return "mail";
    }
}
