package dev.apikeys.keycloak.usage;

import dev.apikeys.core.usage.HourlyCalls;
import dev.apikeys.core.usage.KeyUsage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How the writing down goes. */
final class FlushMetrics {

    private final Timer duration;
    private final VerdictMetrics verdicts;
    private final Clock clock;
    private volatile Instant lastSuccess;

    FlushMetrics(MeterRegistry registry, VerdictMetrics verdicts, Clock clock) {
        this.verdicts = verdicts;
        this.clock = clock;
        this.lastSuccess = clock.instant();
        this.duration = Timer.builder("keycloak.api.keys.usage.flush")
                .description("How long it took to write down the usage of API keys")
                .register(registry);
        Gauge.builder("keycloak.api.keys.usage.lag", this, FlushMetrics::lagSeconds)
                .description("How long ago all usage of API keys was written down")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    void time(Runnable flush) {
        duration.record(flush);
    }

    /** Nothing waits that was counted before the turn. */
    void succeeded() {
        lastSuccess = clock.instant();
    }

    void lost(KeyUsage usage) {
        verdicts.lost(usage.calls().stream().mapToDouble(HourlyCalls::calls).sum());
    }

    private double lagSeconds() {
        return Duration.between(lastSuccess, clock.instant()).toMillis() / 1_000.0;
    }
}
