package dev.apikeys.keycloak.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
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

    /** What is of no realm first, then realm by realm, in an order that is another one each time: a turn may not come to the last. */
    @Override
    public void run(KeycloakSession session) {
        Instant now = clock.instant();
        List<IntSupplier> steps = new ArrayList<>(List.of(
                step(batch -> KeyLeftovers.of(batch).removeEndedValues(now)),
                step(batch -> UsageLeftovers.of(batch).rollUp(now)),
                step(batch -> ReportMemory.of(batch).removeOld(now)),
                step(batch -> NoticeQueue.of(batch).removeOld(now)),
                step(batch -> MailAllowance.of(batch).removeOld(now))));
        for (String realm : realms()) {
            steps.add(ofRealm(realm, (batch, found) -> KeyLeftovers.of(batch).removeLongRevoked(found, now)));
            steps.add(ofRealm(realm, (batch, found) -> UsageLeftovers.of(batch).removeOld(found, now)));
            steps.add(ofRealm(realm, (batch, found) -> UsageLeftovers.of(batch).removeAddresses(found)));
        }
        new HousekeepingTurn(clock, now.plus(LONGEST_TURN)).take(steps);
    }

    private List<String> realms() {
        List<String> ids = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> session.realms()
                .getRealmsStream()
                .map(RealmModel::getId)
                .collect(Collectors.toCollection(ArrayList::new)));
        Collections.shuffle(ids);
        return ids;
    }

    private IntSupplier ofRealm(String realmId, ToIntBiFunction<KeycloakSession, RealmModel> part) {
        return step(session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            return realm == null ? 0 : part.applyAsInt(session, realm);
        });
    }

    private IntSupplier step(ToIntFunction<KeycloakSession> part) {
        return () -> KeycloakModelUtils.runJobInTransactionWithResult(factory, part::applyAsInt);
    }
}
