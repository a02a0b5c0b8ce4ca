package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.usage.HourlyCalls;
import dev.apikeys.core.usage.LastUse;
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
    public static ObjectNode write(UsageWindow window, List<HourlyCalls> calls, Optional<LastUse> lastUse) {
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
        ArrayNode series = json.putArray("series");
        window.beginnings()
                .forEach(start -> writeCounts(
                        series.addObject().put("start", start.toString()), pieces.getOrDefault(start, Map.of())));
        lastUse.ifPresent(use -> {
            json.put("lastUsedAt", use.at().toString());
            use.callerIp().map(IpAddress::toString).ifPresent(address -> json.put("lastUsedIp", address));
        });
        return json;
    }

    private static void writeCounts(ObjectNode json, Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long allowed = counts.getOrDefault(ALLOWED, 0L);
        json.put("total", all);
        json.put(ALLOWED, allowed);
        json.put("denied", all - allowed);
        ObjectNode reasons = json.putObject("deniedBy");
        counts.forEach((outcome, number) -> {
            if (!outcome.equals(ALLOWED)) {
                reasons.put(outcome, number);
            }
        });
    }
}
