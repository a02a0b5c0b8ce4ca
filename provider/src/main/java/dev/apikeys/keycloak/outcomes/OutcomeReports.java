package dev.apikeys.keycloak.outcomes;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.Violation;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.outcomes.ReportReader.Reading;
import dev.apikeys.keycloak.outcomes.ReportResult.Busy;
import dev.apikeys.keycloak.outcomes.ReportResult.Counted;
import dev.apikeys.keycloak.outcomes.ReportResult.InFlight;
import dev.apikeys.keycloak.outcomes.ReportResult.OtherReport;
import dev.apikeys.keycloak.outcomes.ReportResult.Wrong;
import dev.apikeys.keycloak.store.Digest;
import dev.apikeys.keycloak.store.KeyOutcomes;
import dev.apikeys.keycloak.store.ReportMemory;
import dev.apikeys.keycloak.store.UsageWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.cluster.ExecutionResult;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Counts what one client of a realm reports, each report once. The cluster keeps two reports of the same name apart while
 * they are counted; later the row does that was written with the counts.
 *
 * <p>Each look into the database is a transaction of its own, one after the other: a request that held one connection while it
 * asked for a second could wait for others that do the same.
 */
public final class OutcomeReports {

    /** After so many seconds the cluster takes a node that counts a report for dead. */
    private static final int LONGEST = 60;

    /** How often it is tried to lock all keys of a report, and how long it waits in between, on average. */
    private static final int MOST_ATTEMPTS = 20;

    private static final Duration PAUSE = Duration.ofMillis(25);

    /** Drawn apart from that of the node's verdicts: outcomes have rows of their own. */
    private static final int SHARD = new SecureRandom().nextInt(UsageWriter.SHARDS);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel reporter;
    private final BiFunction<RealmModel, String, Parsed<ClientModel>> audiences;
    private final Instant now;

    /**
     * @param audiences finds the API that the reporter may speak for in the realm, by its client id
     */
    public OutcomeReports(
            KeycloakSession session,
            RealmModel realm,
            ClientModel reporter,
            BiFunction<RealmModel, String, Parsed<ClientModel>> audiences,
            Instant now) {
        this.session = session;
        this.realm = realm;
        this.reporter = reporter;
        this.audiences = audiences;
        this.now = now;
    }

    /** Counts the report, unless that was done under this name before. */
    public ReportResult count(IdempotencyKey name, byte[] body) {
        String id = Digest.of(List.of(realm.getId(), reporter.getId(), name.text()));
        String fingerprint = Digest.of(body);
        Reading reading =
                new ReportReader(new RealmKeys(session, realm).settings().get(RealmSettings.OUTCOMES), now).read(body);
        return apart(some -> before(some, id, fingerprint).or(() -> wrong(some, reading)))
                .orElseGet(() -> countAlone(id, fingerprint, OutcomesByKey.of(reading.outcomes())));
    }

    private Optional<ReportResult> wrong(KeycloakSession some, Reading reading) {
        RealmModel here = some.realms().getRealm(realm.getId());
        List<Violation> violations = new ArrayList<>(reading.violations());
        Parsed<ClientModel> audience = reading.audience()
                .map(clientId -> audiences.apply(here, clientId))
                .orElseGet(() -> Parsed.good(reporter));
        if (audience instanceof Parsed.Bad<ClientModel> bad) {
            violations.add(new Violation("audience", reading.audience().orElse(""), bad.allowed()));
        }
        if (violations.isEmpty()) {
            String clientId = audience.toOptional().orElseThrow().getClientId();
            violations.addAll(new ReporterKeys(some, here, clientId).violations(reading.outcomes()));
        }
        return violations.isEmpty() ? Optional.empty() : Optional.of(new Wrong(violations));
    }

    private <T> T apart(KeycloakSessionTaskWithResult<T> task) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), session.getContext(), task, "Outcomes of calls with API keys");
    }

    private Optional<ReportResult> before(KeycloakSession some, String id, String fingerprint) {
        return ReportMemory.of(some)
                .fingerprint(id, now)
                .map(known -> known.equals(fingerprint) ? new Counted() : new OtherReport());
    }

    private ReportResult countAlone(String id, String fingerprint, List<KeyOutcomes> outcomes) {
        ExecutionResult<ReportResult> result = session.getProvider(ClusterProvider.class)
                .executeIfNotExecuted("api-keys-report-" + id, LONGEST, () -> countWhenFree(id, fingerprint, outcomes));
        return result.isExecuted() ? result.getResult() : new InFlight();
    }

    /** Lets go of all keys before it tries again, and not in step with others that need some of the same. */
    private ReportResult countWhenFree(String id, String fingerprint, List<KeyOutcomes> outcomes) {
        ReportResult result = apart(some -> count(some, id, fingerprint, outcomes));
        for (int again = 0; again < MOST_ATTEMPTS && result instanceof Busy; again++) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2 * PAUSE.toNanos()));
            result = apart(some -> count(some, id, fingerprint, outcomes));
        }
        return result;
    }

    /** Looks again: the same report may have been counted since. */
    private ReportResult count(KeycloakSession some, String id, String fingerprint, List<KeyOutcomes> outcomes) {
        Optional<ReportResult> before = before(some, id, fingerprint);
        if (before.isPresent()) {
            return before.get();
        }
        if (!UsageWriter.of(some, SHARD).writeTogether(outcomes)) {
            return new Busy();
        }
        ReportMemory.of(some).add(id, fingerprint, now);
        return new Counted();
    }
}
