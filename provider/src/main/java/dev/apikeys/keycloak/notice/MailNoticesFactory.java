package dev.apikeys.keycloak.notice;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** Sends notices by e-mail every minute, one node at a time. */
public final class MailNoticesFactory implements NoticeProviderFactory {

    /** Seconds between two turns, {@code --spi-api-keys-notice--mail--interval}; 0 sends none. */
    private static final String INTERVAL = "interval";

    private static final long DEFAULT_INTERVAL = 60;

    private final Clock clock = Clock.systemUTC();
    private final NoticeMetrics metrics = new NoticeMetrics(Metrics.globalRegistry);
    private Duration interval = Duration.ofSeconds(DEFAULT_INTERVAL);

    @Override
    public NoticeProvider create(KeycloakSession session) {
        return new QueuingNotices(session);
    }

    @Override
    public void init(Config.Scope config) {
        interval = Duration.ofSeconds(config.getLong(INTERVAL, DEFAULT_INTERVAL));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent && interval.toMillis() > 0) {
                KeycloakModelUtils.runJobInTransaction(factory, session -> schedule(session, factory));
            }
        });
    }

    private void schedule(KeycloakSession session, KeycloakSessionFactory factory) {
        NoticeTurn turn = new NoticeTurn(factory, new NoticeDelivery(factory, metrics, clock), clock);
        session.getProvider(TimerProvider.class)
                .schedule(new ClusterAwareScheduledTaskRunner(factory, turn, interval.toMillis()), interval.toMillis());
    }

    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(TimerProvider.class);
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "mail";
    }
}
