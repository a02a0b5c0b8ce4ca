package dev.apikeys.keycloak.outcomes;

import dev.apikeys.core.usage.HourlyCalls;
import dev.apikeys.core.usage.KeyUsage;
import dev.apikeys.core.usage.StoredOutcome;
import dev.apikeys.keycloak.store.KeyOutcomes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up the entries of a report. */
final class OutcomesByKey {

    private final Map<Instant, Map<String, Long>> counts = new TreeMap<>();
    private Instant lastAt = Instant.MIN;

    private OutcomesByKey() {}

    /** Sorted by key, hour and outcome, as all nodes do. */
    static List<KeyOutcomes> of(List<ReportedOutcome> report) {
        Map<String, OutcomesByKey> keys = new TreeMap<>();
        report.forEach(entry ->
                keys.computeIfAbsent(entry.keyId(), key -> new OutcomesByKey()).add(entry));
        List<KeyOutcomes> outcomes = new ArrayList<>();
        keys.forEach((key, ofKey) -> outcomes.add(ofKey.all(key)));
        return outcomes;
    }

    private void add(ReportedOutcome entry) {
        counts.computeIfAbsent(entry.at().truncatedTo(ChronoUnit.HOURS), hour -> new TreeMap<>())
                .merge(StoredOutcome.of(entry.name()), entry.count(), Long::sum);
        lastAt = entry.at().isAfter(lastAt) ? entry.at() : lastAt;
    }

    private KeyOutcomes all(String keyId) {
        List<HourlyCalls> calls = new ArrayList<>();
        counts.forEach(
                (hour, names) -> names.forEach((name, number) -> calls.add(new HourlyCalls(hour, name, number))));
        return new KeyOutcomes(new KeyUsage(keyId, calls, Optional.empty()), lastAt);
    }
}
