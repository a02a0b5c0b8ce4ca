package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.usage.OutcomeRate;
import dev.apikeys.core.usage.StoredOutcome;
import java.util.Map;
import java.util.TreeMap;

/** Writes what resource servers have reported. Names that the realm no longer allows stay readable. */
final class OutcomesJson {

    private static final double DIGITS = 10_000;

    private OutcomesJson() {}

    /**
     * Adds {@code outcomes}, with every name that the realm allows in its order and then those it no longer does, and
     * {@code rates}.
     */
    static void write(ObjectNode json, Map<String, Long> counts, RealmSettings settings) {
        Map<String, Long> reported = reported(counts);
        ObjectNode outcomes = json.putObject("outcomes");
        settings.get(RealmSettings.OUTCOMES).all().forEach(name -> outcomes.put(name, 0L));
        reported.forEach(outcomes::put);
        ObjectNode rates = json.putObject("rates");
        for (OutcomeRate rate : settings.get(RealmSettings.OUTCOME_RATES).all()) {
            rate.of(reported).ifPresent(value -> rates.put(rate.name(), Math.round(value * DIGITS) / DIGITS));
        }
    }

    /** Adds {@code outcomes}, with what there is. */
    static void write(ObjectNode json, Map<String, Long> counts) {
        ObjectNode outcomes = json.putObject("outcomes");
        reported(counts).forEach(outcomes::put);
    }

    private static Map<String, Long> reported(Map<String, Long> counts) {
        Map<String, Long> reported = new TreeMap<>();
        counts.forEach(
                (outcome, number) -> StoredOutcome.reported(outcome).ifPresent(name -> reported.put(name, number)));
        return reported;
    }
}
