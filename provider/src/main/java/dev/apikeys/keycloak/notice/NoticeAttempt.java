package dev.apikeys.keycloak.notice;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyStatus;
import dev.apikeys.core.verify.Directory;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.notice.NoticeMetrics.Result;
import dev.apikeys.keycloak.store.Digest;
import dev.apikeys.keycloak.store.KeysById;
import dev.apikeys.keycloak.store.MailAllowance;
import dev.apikeys.keycloak.store.NoticeQueue;
import dev.apikeys.keycloak.store.QueuedNotice;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    private final KeycloakSessionFactory factory;
    private final Clock clock;

    NoticeAttempt(KeycloakSessionFactory factory, Clock clock) {
        this.factory = factory;
        this.clock = clock;
    }

    Result make(String realmId, QueuedNotice notice) {
        try {
            Result result = send(realmId, notice) ? Result.SENT : Result.DROPPED;
            KeycloakModelUtils.runJobInTransaction(
                    factory, session -> NoticeQueue.of(session).finish(notice));
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

    /** Whether there was somebody to send it to. */
    private boolean send(String realmId, QueuedNotice notice) {
        Optional<ApiKey> key = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> read(session, session.realms().getRealm(realmId), notice));
        key.ifPresent(found -> KeycloakModelUtils.runJobInTransaction(
                factory, session -> send(session, session.realms().getRealm(realmId), notice, found)));
        return key.isPresent();
    }

    private Optional<ApiKey> read(KeycloakSession session, RealmModel realm, QueuedNotice notice) {
        session.getContext().setRealm(realm);
        return Optional.ofNullable(KeysById.of(session, realm)
                        .find(List.of(notice.keyId()))
                        .get(notice.keyId()))
                .filter(key -> isStillDue(notice, key, new RealmKeys(session, realm).directory()))
                .filter(key -> recipient(session, realm, notice, key)
                        .filter(recipient -> isAllowed(session, realm, notice, key, recipient))
                        .isPresent());
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

    private boolean isStillDue(QueuedNotice notice, ApiKey key, Directory directory) {
        return switch (notice.kind()) {
            case REVOCATION, LEAK -> notice.moment().isAfter(clock.instant().minus(NEWS));
            // A key that does not work any more, for whatever reason, need not be told to end.
            case EXPIRY ->
                key.status(clock.instant()) == KeyStatus.ACTIVE
                        && key.lifecycle().expiresAt().equals(Optional.of(notice.moment()))
                        && directory.principalOf(key).clientEnabled()
                        && directory.principalOf(key).subjectEnabled();
        };
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
