package dev.apikeys.keycloak.notice;

import dev.apikeys.core.settings.NoticeDays.Due;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.store.NoticeQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Finds out whose keys expire soon and sends what waits, realm by realm, in transactions of their own. A turn ends after a
 * while; the next one goes on. Realms that cannot send e-mails are left alone.
 */
final class NoticeTurn implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(NoticeTurn.class);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(30);

    private final KeycloakSessionFactory factory;
    private final NoticeDelivery delivery;
    private final Clock clock;

    NoticeTurn(KeycloakSessionFactory factory, NoticeDelivery delivery, Clock clock) {
        this.factory = factory;
        this.delivery = delivery;
        this.clock = clock;
    }

    @Override
    public String getTaskName() {
        return "api-keys-notices";
    }

    @Override
    public void run(KeycloakSession session) {
        Instant now = clock.instant();
        for (String realmId : realms()) {
            whileThereIsTime(now, () -> queueExpiring(realmId, now));
            whileThereIsTime(now, () -> delivery.deliverNext(realmId));
        }
    }

    private List<String> realms() {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> session.realms()
                .getRealmsStream()
                .filter(RealmModel::isEnabled)
                .filter(Mail::isPossible)
                .map(RealmModel::getId)
                .toList());
    }

    /** Whether some were queued. */
    private boolean queueExpiring(String realmId, Instant now) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            int queued = 0;
            if (realm != null) {
                for (Due due : new RealmKeys(session, realm)
                        .settings()
                        .get(RealmSettings.EXPIRY_NOTICE)
                        .due(now)) {
                    queued += NoticeQueue.of(session).addExpiring(realm, due, now);
                }
            }
            return queued > 0;
        });
    }

    /** A realm in which something fails does not keep the others from being served. */
    private void whileThereIsTime(Instant begin, BooleanSupplier step) {
        try {
            boolean more = true;
            while (more && clock.instant().isBefore(begin.plus(LONGEST_TURN))) {
                more = step.getAsBoolean();
            }
        } catch (RuntimeException e) {
            LOG.warn("Notices about API keys could not be dealt with; it is tried again", e);
        }
    }
}
