package dev.apikeys.keycloak.usage;

import dev.apikeys.core.verify.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Verdicts as metrics. No metric names a key, client or realm: what callers choose must not decide how many time series
 * there are.
 */
final class VerdictMetrics {

    private final Map<DoorName, DoorMetrics> doors = new EnumMap<>(DoorName.class);
    private final Counter lost;

    VerdictMetrics(MeterRegistry registry) {
        for (DoorName door : DoorName.values()) {
            doors.put(door, new DoorMetrics(registry, door));
        }
        this.lost = Counter.builder("keycloak.api.keys.usage.lost")
                .description("Calls with API keys that are missing in the usage of their keys")
                .register(registry);
    }

    void count(DoorName door, Verdict verdict, long nanos) {
        Objects.requireNonNull(doors.get(door)).count(verdict, nanos);
    }

    void lost(double calls) {
        lost.increment(calls);
    }
}
