package dev.apikeys.keycloak.notice;

import dev.apikeys.keycloak.notice.NoticeMetrics.Result;
import dev.apikeys.keycloak.store.NoticeQueue;
import dev.apikeys.keycloak.store.QueuedNotice;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sends one notice after the other. Each is claimed and the claim committed before it is sent, so that no two nodes send it. One
 * that cannot be sent is tried again some times, ever more rarely. A node that dies after it has sent one and before it has
 * written that down leaves it to be sent again.
 */
final class NoticeDelivery {

    private static final Logger LOG = Logger.getLogger(NoticeDelivery.class);

    /** How long after each attempt the next one comes; there is none after the last. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(6));

    private final KeycloakSessionFactory factory;
    private final RealmThreads threads;
    private final NoticeMetrics metrics;
    private final Clock clock;

    NoticeDelivery(KeycloakSessionFactory factory, RealmThreads threads, NoticeMetrics metrics, Clock clock) {
        this.factory = factory;
        this.threads = threads;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * What became of a notice of the realm; empty when none is due, or an earlier one still occupies its SMTP server.
     *
     * @param switchedOff ids of clients whose keys do not work, of whose expiry none is taken; those that are found are added
     */
    Optional<Result> deliverNext(String realmId, Set<String> switchedOff) {
        if (threads.isBusy(realmId)) {
            return Optional.empty();
        }
        Optional<QueuedNotice> claimed = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> Optional.ofNullable(session.realms().getRealm(realmId))
                        .filter(Mail::isPossible)
                        .flatMap(realm -> claim(session, realm, switchedOff)));
        return claimed.map(notice -> {
            Result result = attempt(realmId, notice, switchedOff::add);
            metrics.count(notice.kind(), result);
            return result;
        });
    }

    private Optional<QueuedNotice> claim(KeycloakSession session, RealmModel realm, Set<String> switchedOff) {
        NoticeQueue queue = NoticeQueue.of(session);
        return queue.next(realm, switchedOff, clock.instant())
                .filter(notice -> queue.claim(notice, clock.instant().plus(pauseAfter(notice))));
    }

    private static Duration pauseAfter(QueuedNotice notice) {
        return PAUSES.get(Math.min(notice.attempts(), PAUSES.size() - 1));
    }

    private Result attempt(String realmId, QueuedNotice notice, Consumer<String> switchedOff) {
        if (notice.attempts() >= PAUSES.size()) {
            return giveUp(notice);
        }
        Result result = threads.call(
                        realmId, () -> new NoticeAttempt(factory, clock).make(realmId, notice, switchedOff))
                .orElse(Result.FAILED);
        if (result != Result.FAILED) {
            return result;
        }
        return notice.attempts() + 1 < PAUSES.size() ? retry(notice) : giveUp(notice);
    }

    /** Keycloak has said in its log why. */
    private static Result retry(QueuedNotice notice) {
        LOG.warnf(
                "A notice about the API key %s could not be sent (attempt %d of %d); it is tried again",
                notice.keyId(), notice.attempts() + 1, PAUSES.size());
        return Result.FAILED;
    }

    private Result giveUp(QueuedNotice notice) {
        LOG.warnf("A notice about the API key %s could not be sent and is given up", notice.keyId());
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> NoticeQueue.of(session).finish(notice));
        return Result.GIVEN_UP;
    }
}
