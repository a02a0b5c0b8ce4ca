package dev.apikeys.keycloak.notice;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyStatus;
import dev.apikeys.core.verify.Directory;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.notice.NoticeMetrics.Result;
import dev.apikeys.keycloak.store.KeysById;
import dev.apikeys.keycloak.store.NoticeKind;
import dev.apikeys.keycloak.store.NoticeQueue;
import dev.apikeys.keycloak.store.QueuedNotice;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.models.ClientModel;
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
    private final NoticeMetrics metrics;
    private final Clock clock;

    NoticeDelivery(KeycloakSessionFactory factory, NoticeMetrics metrics, Clock clock) {
        this.factory = factory;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Whether a notice of the realm was dealt with, so that it is worth asking for the next one. */
    boolean deliverNext(String realmId) {
        Optional<QueuedNotice> claimed = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> Optional.ofNullable(session.realms().getRealm(realmId))
                        .filter(Mail::isPossible)
                        .flatMap(realm -> claim(session, realm)));
        if (claimed.isEmpty()) {
            return false;
        }
        QueuedNotice notice = claimed.get();
        Result result = attempt(realmId, notice);
        metrics.count(notice.kind(), result);
        return result != Result.FAILED;
    }

    private Optional<QueuedNotice> claim(KeycloakSession session, RealmModel realm) {
        NoticeQueue queue = NoticeQueue.of(session);
        return queue.next(realm, clock.instant())
                .filter(notice -> queue.claim(notice, clock.instant().plus(pauseAfter(notice))));
    }

    private static Duration pauseAfter(QueuedNotice notice) {
        return PAUSES.get(Math.min(notice.attempts(), PAUSES.size() - 1));
    }

    private Result attempt(String realmId, QueuedNotice notice) {
        if (notice.attempts() >= PAUSES.size()) {
            return giveUp(notice);
        }
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, session -> send(session, session.realms().getRealm(realmId), notice));
        } catch (NotSent e) {
            return notice.attempts() + 1 < PAUSES.size() ? retry(notice) : giveUp(notice);
        }
    }

    private Result send(KeycloakSession session, RealmModel realm, QueuedNotice notice) {
        session.getContext().setRealm(realm);
        Optional<ApiKey> key = Optional.ofNullable(KeysById.of(session, realm)
                        .find(List.of(notice.keyId()))
                        .get(notice.keyId()))
                .filter(some -> isStillDue(notice, some, new RealmKeys(session, realm).directory()));
        Optional<ClientModel> client = key.flatMap(
                some -> Optional.ofNullable(realm.getClientById(some.owner().clientId())));
        Optional<Recipient> recipient = client.flatMap(some -> Recipient.of(key.orElseThrow(), some, session, realm));
        NoticeQueue.of(session).finish(notice);
        if (recipient.isEmpty()) {
            return Result.DROPPED;
        }
        try {
            new Mail(session, realm).send(notice, key.orElseThrow(), client.orElseThrow(), recipient.get());
        } catch (EmailException e) {
            throw new NotSent();
        }
        new NoticeEvent(session, realm, clock).report(notice);
        return Result.SENT;
    }

    /** A key that does not work any more, for whatever reason, need not be told to end. */
    private boolean isStillDue(QueuedNotice notice, ApiKey key, Directory directory) {
        return notice.kind() == NoticeKind.REVOCATION
                || (key.status(clock.instant()) == KeyStatus.ACTIVE
                        && key.lifecycle().expiresAt().equals(Optional.of(notice.moment()))
                        && directory.principalOf(key).clientEnabled()
                        && directory.principalOf(key).subjectEnabled());
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

    /** Rolls back that the notice is finished. Why it was not sent stays behind: it may name an address. */
    private static final class NotSent extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
