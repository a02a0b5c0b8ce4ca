package dev.apikeys.keycloak.store;

import java.time.Clock;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Removes what nobody needs any more, in batches that are transactions of their own, so that nobody waits long for a
 * row. One node at a time does it.
 */
final class Housekeeping implements ScheduledTask {

    private final KeycloakSessionFactory factory;
    private final Clock clock;

    Housekeeping(KeycloakSessionFactory factory, Clock clock) {
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
        untilDone(batch -> KeyLeftovers.of(batch).removeEndedValues(now));
        untilDone(batch -> UsageLeftovers.of(batch).rollUp(now));
        session.realms().getRealmsStream().map(realm -> realm.getId()).toList().forEach(realm -> {
            untilDone(batch -> KeyLeftovers.of(batch).removeLongRevoked(realm, now));
            untilDone(batch -> UsageLeftovers.of(batch).removeOld(realm, now));
        });
    }

    /** A step says how much it did. */
    private void untilDone(ToIntFunction<KeycloakSession> step) {
        while (KeycloakModelUtils.runJobInTransactionWithResult(factory, step::applyAsInt) > 0) {
            // the next batch
        }
    }
}
