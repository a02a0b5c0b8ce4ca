package dev.apikeys.keycloak.notice;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyStatus;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.verify.Principal;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.notice.NoticeMetrics.Result;
import dev.apikeys.keycloak.store.Digest;
import dev.apikeys.keycloak.store.KeysById;
import dev.apikeys.keycloak.store.MailAllowance;
import dev.apikeys.keycloak.store.NoticeKind;
import dev.apikeys.keycloak.store.NoticeQueue;
import dev.apikeys.keycloak.store.QueuedNotice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * One attempt to send a notice that was claimed: reads what it says, sends it, writes down that it was sent, each in a
 * transaction of its own. While the SMTP server takes its time no row is locked, and as a rule no connection is taken.
 */
final class NoticeAttempt {

    private static final Logger LOG = Logger.getLogger(NoticeAttempt.class);

    /** Nobody wants to hear of a revocation or a leak that is longer ago. */
    private static final Duration NEWS = Duration.ofDays(1);

    /** How long a notice of expiry waits at most whose key does not work. */
    private static final Duration UNTIL_IT_MAY_WORK = Duration.ofHours(6);

    private static final Duration SOON = Duration.ofMinutes(1);

    private static final Set<KeyStatus> ENDED = Set.of(KeyStatus.REVOKED, KeyStatus.EXPIRED);

    private final KeycloakSessionFactory factory;
    private final Clock clock;

    NoticeAttempt(KeycloakSessionFactory factory, Clock clock) {
        this.factory = factory;
        this.clock = clock;
    }

    /** What is to be done, and about which key if it is to be sent. */
    private record Plan(Result result, Optional<ApiKey> key) {}

    /**
     * Makes the attempt.
     *
     * @param switchedOff is told the id of the key's client when no key of it works now
     */
    Result make(String realmId, QueuedNotice notice, Consumer<String> switchedOff) {
        try {
            Result result = send(realmId, notice, switchedOff);
            KeycloakModelUtils.runJobInTransaction(
                    factory, session -> writeDown(NoticeQueue.of(session), notice, result));
            if (result == Result.SENT) {
                report(realmId, notice);
            }
            return result;
        } catch (RuntimeException e) {
            LOG.warnf(
                    "A notice about the API key %s was not sent: %s",
                    notice.keyId(), e.getClass().getName());
            LOG.debug("The cause", e);
            return Result.FAILED;
        }
    }

    private void writeDown(NoticeQueue queue, QueuedNotice notice, Result result) {
        if (result == Result.PUT_OFF) {
            queue.putOff(notice, again(notice));
        } else {
            queue.finish(notice);
        }
    }

    /** In time, should the key work again before it expires. */
    private Instant again(QueuedNotice notice) {
        Instant now = clock.instant();
        Duration half = Duration.between(now, notice.moment()).dividedBy(2);
        Duration wait = half.compareTo(UNTIL_IT_MAY_WORK) < 0 ? half : UNTIL_IT_MAY_WORK;
        return now.plus(wait.compareTo(SOON) < 0 ? SOON : wait);
    }

    private Result send(String realmId, QueuedNotice notice, Consumer<String> switchedOff) {
        Plan plan = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> plan(session, session.realms().getRealm(realmId), notice, switchedOff));
        plan.key()
                .ifPresent(key -> KeycloakModelUtils.runJobInTransaction(
                        factory, session -> send(session, session.realms().getRealm(realmId), notice, key)));
        return plan.result();
    }

    private Plan plan(KeycloakSession session, RealmModel realm, QueuedNotice notice, Consumer<String> switchedOff) {
        session.getContext().setRealm(realm);
        RealmKeys realmKeys = new RealmKeys(session, realm);
        Optional<ApiKey> key = Optional.ofNullable(KeysById.of(session, realm)
                        .find(List.of(notice.keyId()))
                        .get(notice.keyId()))
                .filter(found -> isStillDue(notice, found, realmKeys.settings()));
        if (notice.kind() == NoticeKind.EXPIRY
                && key.filter(found -> !works(found, realmKeys.directory().principalOf(found), switchedOff))
                        .isPresent()) {
            return new Plan(Result.PUT_OFF, Optional.empty());
        }
        Optional<ApiKey> told = key.filter(found -> recipient(session, realm, notice, found)
                .filter(recipient -> isAllowed(session, realm, notice, found, recipient))
                .isPresent());
        return new Plan(told.isPresent() ? Result.SENT : Result.DROPPED, told);
    }

    /** Asks for nothing that Keycloak's caches have not just been told, so that it holds no connection. */
    private static void send(KeycloakSession session, RealmModel realm, QueuedNotice notice, ApiKey key) {
        session.getContext().setRealm(realm);
        ClientModel client = realm.getClientById(key.owner().clientId());
        Recipient recipient = recipient(session, realm, notice, key).orElseThrow();
        try {
            Mail.about(notice, key, client, recipient, session, realm).send(session);
        } catch (EmailException e) {
            throw new NotSent();
        }
    }

    private static Optional<Recipient> recipient(
            KeycloakSession session, RealmModel realm, QueuedNotice notice, ApiKey key) {
        return Optional.ofNullable(realm.getClientById(key.owner().clientId()))
                .flatMap(client -> Recipient.of(notice.recipient(), key, client, session, realm));
    }

    private boolean isStillDue(QueuedNotice notice, ApiKey key, RealmSettings settings) {
        Instant now = clock.instant();
        return switch (notice.kind()) {
            case REVOCATION, LEAK -> notice.moment().isAfter(now.minus(NEWS));
            case EXPIRY ->
                !ENDED.contains(key.status(now))
                        && key.lifecycle().expiresAt().equals(Optional.of(notice.moment()))
                        && settings.get(RealmSettings.EXPIRY_NOTICE).stillHolds(notice.days(), notice.moment(), now);
        };
    }

    /** A key that does not work need not be told to end, unless it is switched on again. */
    private boolean works(ApiKey key, Principal principal, Consumer<String> switchedOff) {
        if (!principal.clientEnabled()) {
            switchedOff.accept(key.owner().clientId());
            return false;
        }
        return key.status(clock.instant()) == KeyStatus.ACTIVE && principal.subjectEnabled();
    }

    /** Counted with the first attempt only. */
    private boolean isAllowed(
            KeycloakSession session, RealmModel realm, QueuedNotice notice, ApiKey key, Recipient recipient) {
        String owner = key.owner().userId().orElseGet(() -> key.owner().clientId());
        String address = recipient.address().toLowerCase(Locale.ROOT);
        return notice.attempts() > 0
                || MailAllowance.of(session)
                        .take(
                                List.of(
                                        Digest.of(List.of(realm.getId(), "owner", owner)),
                                        Digest.of(List.of(realm.getId(), "address", address))),
                                clock.instant());
    }

    /** Were this to fail, the e-mail must not be sent again for it. */
    private void report(String realmId, QueuedNotice notice) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                session.getContext().setRealm(realm);
                new NoticeEvent(session, realm, clock).report(notice);
            });
        } catch (RuntimeException e) {
            LOG.warn("The event of a notice about an API key could not be written", e);
        }
    }

    /** Keycloak has said in its log why, which may name an address. */
    private static final class NotSent extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
