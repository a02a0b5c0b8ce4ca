package dev.apikeys.keycloak.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Removes what nobody needs any more, in batches that are transactions of their own, so that nobody waits long for a
 * row. A turn ends after a while, since Keycloak's other tasks wait for it; the next one goes on. The name of the class names
 * the lock by which one node at a time does it.
 */
final class ApiKeyHousekeeping implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(ApiKeyHousekeeping.class);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(30);

    private final KeycloakSessionFactory factory;
    private final Clock clock;

    ApiKeyHousekeeping(KeycloakSessionFactory factory, Clock clock) {
        this.factory = factory;
        this.clock = clock;
    }

    @Override
    public String getTaskName() {
        return "api-keys-housekeeping";
    }

    @Override
    public void run(KeycloakSession session) {
        Instant now = clock.instant();
        untilDone(now, batch -> KeyLeftovers.of(batch).removeEndedValues(now));
        untilDone(now, batch -> UsageLeftovers.of(batch).rollUp(now));
        untilDone(now, batch -> ReportMemory.of(batch).removeOld(now));
        untilDone(now, batch -> NoticeQueue.of(batch).removeOld(now));
        untilDone(now, batch -> MailAllowance.of(batch).removeOld(now));
        for (String realm : realms()) {
            ofRealm(now, realm, (batch, found) -> KeyLeftovers.of(batch).removeLongRevoked(found, now));
            ofRealm(now, realm, (batch, found) -> UsageLeftovers.of(batch).removeOld(found, now));
            ofRealm(now, realm, (batch, found) -> UsageLeftovers.of(batch).removeAddresses(found));
        }
    }

    private List<String> realms() {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> session.realms()
                .getRealmsStream()
                .map(RealmModel::getId)
                .toList());
    }

    private void ofRealm(Instant begin, String realmId, ToIntBiFunction<KeycloakSession, RealmModel> step) {
        untilDone(begin, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            return realm == null ? 0 : step.applyAsInt(session, realm);
        });
    }

    /** A step says how much it did. One that fails does not keep the others from being done. */
    private void untilDone(Instant begin, ToIntFunction<KeycloakSession> step) {
        try {
            int done = 1;
            while (done > 0 && clock.instant().isBefore(begin.plus(LONGEST_TURN))) {
                done = KeycloakModelUtils.runJobInTransactionWithResult(factory, step::applyAsInt);
            }
        } catch (RuntimeException e) {
            LOG.warn("A step of the housekeeping of API keys failed; it is done again next time", e);
        }
    }
}
