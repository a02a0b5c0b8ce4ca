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

    static final String ALLOWED = "allowed";
    static final String DENIED = "denied";

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
    private final Timer allowing;
    private final Timer denying;

    DoorMetrics(MeterRegistry registry, DoorName door) {
        this.allowed = verdicts(registry, door, ALLOWED, "none");
        for (DenialReason reason : DenialReason.values()) {
            denied.put(reason, verdicts(registry, door, DENIED, reason.code()));
        }
        this.allowing = duration(registry, door, ALLOWED);
        this.denying = duration(registry, door, DENIED);
    }

    void count(Verdict verdict, long nanos) {
        if (verdict instanceof Denied refusal) {
            denying.record(nanos, TimeUnit.NANOSECONDS);
            Objects.requireNonNull(denied.get(refusal.reason())).increment();
        } else {
            allowing.record(nanos, TimeUnit.NANOSECONDS);
            allowed.increment();
        }
    }

    private static Timer duration(MeterRegistry registry, DoorName door, String verdict) {
        return Timer.builder("keycloak.api.keys.verification")
                .description("How long it took to decide about an API key")
                .tag("door", door.tag())
                .tag("verdict", verdict)
                .serviceLevelObjectives(OBJECTIVES)
                .register(registry);
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
