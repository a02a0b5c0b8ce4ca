package dev.apikeys.keycloak.usage;

import dev.apikeys.core.verify.DenialReason;
import dev.apikeys.core.verify.Verdict;
import dev.apikeys.core.verify.Verdict.Denied;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The verdicts of one door: how many by reason, and how long they took. */
final class DoorMetrics {

    private static final Duration[] OBJECTIVES = {
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };

    private final Counter allowed;
    private final Map<DenialReason, Counter> denied = new EnumMap<>(DenialReason.class);
    private final Timer duration;

    DoorMetrics(MeterRegistry registry, DoorName door) {
        this.allowed = verdicts(registry, door, "allowed", "none");
        for (DenialReason reason : DenialReason.values()) {
            denied.put(reason, verdicts(registry, door, "denied", reason.code()));
        }
        this.duration = Timer.builder("keycloak.api.keys.verification")
                .description("How long it took to decide about an API key")
                .tag("door", door.tag())
                .serviceLevelObjectives(OBJECTIVES)
                .register(registry);
    }

    void count(Verdict verdict, long nanos) {
        duration.record(nanos, TimeUnit.NANOSECONDS);
        if (verdict instanceof Denied refusal) {
            Objects.requireNonNull(denied.get(refusal.reason())).increment();
        } else {
            allowed.increment();
        }
    }

    private static Counter verdicts(MeterRegistry registry, DoorName door, String verdict, String reason) {
        return Counter.builder("keycloak.api.keys.verdicts")
                .description("Decisions about API keys")
                .tag("door", door.tag())
                .tag("verdict", verdict)
                .tag("reason", reason)
                .register(registry);
    }
}
