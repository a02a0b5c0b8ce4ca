package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.usage.HourlyCalls;
import dev.apikeys.core.usage.LastUse;
import dev.apikeys.core.usage.StoredOutcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.util.JsonSerialization;

/** Writes the use of a key as JSON: the {@code Usage} schema of the OpenAPI document. */
public final class UsageJson {

    private static final String ALLOWED = "allowed";

    private UsageJson() {}

    /** Every hour or day of the window has its entry, also when nothing happened. */
    public static ObjectNode write(
            UsageWindow window,
            List<HourlyCalls> calls,
            Optional<LastUse> lastUse,
            Optional<Instant> lastOutcome,
            RealmSettings settings) {
        Map<String, Long> totals = new TreeMap<>();
        Map<Instant, Map<String, Long>> pieces = new HashMap<>();
        calls.forEach(some -> {
            totals.merge(some.outcome(), some.calls(), Long::sum);
            pieces.computeIfAbsent(window.bucket().beginning(some.hour()), start -> new TreeMap<>())
                    .merge(some.outcome(), some.calls(), Long::sum);
        });
        ObjectNode json = JsonSerialization.createObjectNode();
        json.put("from", window.from().toString());
        json.put("to", window.to().toString());
        json.put("bucket", window.bucket().code());
        writeCounts(json, totals);
        OutcomesJson.write(json, totals, settings);
        ArrayNode series = json.putArray("series");
        window.beginnings().forEach(start -> {
            ObjectNode piece = series.addObject().put("start", start.toString());
            Map<String, Long> counts = pieces.getOrDefault(start, Map.of());
            writeCounts(piece, counts);
            OutcomesJson.write(piece, counts);
        });
        lastUse.ifPresent(use -> {
            json.put("lastUsedAt", use.at().toString());
            use.callerIp().map(IpAddress::toString).ifPresent(address -> json.put("lastUsedIp", address));
        });
        lastOutcome.ifPresent(at -> json.put("lastOutcomeAt", at.toString()));
        return json;
    }

    /** What was reported is no call: it is counted beside them. */
    private static void writeCounts(ObjectNode json, Map<String, Long> counts) {
        long allowed = counts.getOrDefault(ALLOWED, 0L);
        Map<String, Long> denied = new TreeMap<>(counts);
        denied.keySet()
                .removeIf(outcome -> outcome.equals(ALLOWED)
                        || StoredOutcome.reported(outcome).isPresent());
        long refusals = denied.values().stream().mapToLong(Long::longValue).sum();
        json.put("total", allowed + refusals);
        json.put(ALLOWED, allowed);
        json.put("denied", refusals);
        ObjectNode reasons = json.putObject("deniedBy");
        denied.forEach(reasons::put);
    }
}
