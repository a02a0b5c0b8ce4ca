package dev.apikeys.keycloak.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** Registers the tables, and what empties them; Liquibase's own changelog table is named after the first ten letters of the id. */
public final class ApiKeyEntitiesFactory implements JpaEntityProviderFactory {

    static final String ID = "api-keys";

    private static final Logger LOG = Logger.getLogger(ApiKeyEntitiesFactory.class);

    /** Seconds between two turns, {@code --spi-jpa-entity-provider--api-keys--housekeeping-interval}; 0 for none. */
    private static final String HOUSEKEEPING_INTERVAL = "housekeeping-interval";

    private static final long DEFAULT_HOUSEKEEPING_INTERVAL = 3_600;

    private Duration housekeepingInterval = Duration.ofSeconds(DEFAULT_HOUSEKEEPING_INTERVAL);

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new ApiKeyEntities();
    }

    @Override
    public void init(Config.Scope config) {
        housekeepingInterval = Duration.ofSeconds(config.getLong(HOUSEKEEPING_INTERVAL, DEFAULT_HOUSEKEEPING_INTERVAL));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new KeyCleanup());
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                KeycloakModelUtils.runJobInTransaction(factory, ApiKeyEntitiesFactory::checkDatabase);
                if (housekeepingInterval.toMillis() > 0) {
                    KeycloakModelUtils.runJobInTransaction(factory, this::scheduleHousekeeping);
                }
            }
        });
    }

    /** Says at once what would otherwise be said when the first calls are to be written down. Keycloak itself works. */
    private static void checkDatabase(KeycloakSession session) {
        try {
            session.getProvider(JpaConnectionProvider.class)
                    .getEntityManager()
                    .unwrap(Session.class)
                    .doReturningWork(UsageSql::of);
        } catch (IllegalStateException e) {
            LOG.error(e.getMessage());
        }
    }

    private void scheduleHousekeeping(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        long millis = housekeepingInterval.toMillis();
        ApiKeyHousekeeping housekeeping = new ApiKeyHousekeeping(factory, Clock.systemUTC());
        session.getProvider(TimerProvider.class)
                .schedule(new ClusterAwareScheduledTaskRunner(factory, housekeeping, millis), millis);
    }

    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(TimerProvider.class);
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
