package dev.apikeys.keycloak.notice;

import dev.apikeys.core.settings.NoticeDays.Due;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.notice.NoticeMetrics.Result;
import dev.apikeys.keycloak.store.NoticeQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Finds out whose keys expire soon and sends what waits, realm by realm, in transactions of their own. A turn ends after a
 * while, and a realm has a small part of it; the next one goes on, in another order. Realms that cannot send e-mails are left
 * alone. The name of the class names the lock by which one node at a time does it.
 */
final class NoticeTurn implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(NoticeTurn.class);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(30);
    private static final Duration LONGEST_IN_REALM = Duration.ofSeconds(5);

    /** After so many in a row, it is the SMTP server and not a notice that something is wrong with. */
    private static final int MOST_FAILURES = 3;

    private final KeycloakSessionFactory factory;
    private final NoticeDelivery delivery;
    private final BooleanSupplier stopped;
    private final Clock clock;

    /**
     * @param stopped whether Keycloak is about to end, and with it what a turn needs
     */
    NoticeTurn(KeycloakSessionFactory factory, NoticeDelivery delivery, BooleanSupplier stopped, Clock clock) {
        this.factory = factory;
        this.delivery = delivery;
        this.stopped = stopped;
        this.clock = clock;
    }

    @Override
    public String getTaskName() {
        return "api-keys-notices";
    }

    @Override
    public void run(KeycloakSession session) {
        Instant end = clock.instant().plus(LONGEST_TURN);
        for (String realmId : realms()) {
            if (goesOn(end)) {
                serve(realmId, earlier(end, clock.instant().plus(LONGEST_IN_REALM)));
            }
        }
    }

    /** A realm in which something fails does not keep the others from being served. */
    private void serve(String realmId, Instant end) {
        try {
            Instant now = clock.instant();
            boolean more = true;
            while (more && goesOn(end)) {
                more = queueExpiring(realmId, now);
            }
            deliver(realmId, end);
        } catch (RuntimeException e) {
            LOG.warn("Notices about API keys could not be dealt with; it is tried again", e);
        }
    }

    /** Of a client that is switched off it puts off one notice of expiry; the others do not stand in anybody's way meanwhile. */
    private void deliver(String realmId, Instant end) {
        Set<String> switchedOff = ConcurrentHashMap.newKeySet();
        int failures = 0;
        while (failures < MOST_FAILURES && goesOn(end)) {
            Optional<Result> result = delivery.deliverNext(realmId, switchedOff);
            if (result.isEmpty()) {
                return;
            }
            failures = result.get() == Result.FAILED ? failures + 1 : 0;
        }
    }

    private boolean goesOn(Instant end) {
        return !stopped.getAsBoolean() && clock.instant().isBefore(end);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** In an order that is another one each time. */
    private List<String> realms() {
        List<String> ids = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> session.realms()
                .getRealmsStream()
                .filter(RealmModel::isEnabled)
                .filter(Mail::isPossible)
                .map(RealmModel::getId)
                .collect(Collectors.toCollection(ArrayList::new)));
        Collections.shuffle(ids);
        return ids;
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
                    queued += NoticeQueue.of(session)
                            .addExpiring(realm, due, QueuingNotices.clientsWithContact(realm), now);
                }
            }
            return queued > 0;
        });
    }
}
