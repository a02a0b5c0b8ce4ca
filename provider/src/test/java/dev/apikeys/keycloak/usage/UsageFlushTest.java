package dev.apikeys.keycloak.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.usage.KeyUsage;
import dev.apikeys.core.usage.PendingUsage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class UsageFlushTest {

    private static final Duration LATER = Duration.ofSeconds(7);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final InstantSource time = () -> now;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PendingUsage pending = new PendingUsage(10_000);
    private final List<String> written = new ArrayList<>();
    private UnaryOperator<List<KeyUsage>> store = this::writeAll;

    private final UsageFlush flush = new UsageFlush(
            pending,
            usage -> store.apply(usage),
            new FlushMetrics(registry, new VerdictMetrics(registry), time.withZone(ZoneOffset.UTC)));

    @Test
    void theLagBeginsAnewWhenAllIsWrittenDown() {
        count("a");
        now = now.plus(LATER);
        assertThat(lag()).isEqualTo(LATER);

        flush.run();

        assertThat(lag()).isZero();
        assertThat(written).containsExactly("a");
    }

    @Test
    void theLagGoesOnWhileAKeyHasToWait() {
        count("a");
        count("b");
        store = usage -> {
            writeAll(usage.subList(0, 1));
            return usage.subList(1, usage.size());
        };
        now = now.plus(LATER);

        flush.run();

        assertThat(written).containsExactly("a");
        assertThat(lag()).isEqualTo(LATER);

        store = this::writeAll;
        flush.run();

        assertThat(written).containsExactly("a", "b");
        assertThat(lag()).isZero();
    }

    @Test
    void theLagGoesOnWhileTheDatabaseIsAwayAndNothingIsLost() {
        for (int key = 0; key < 1_000; key++) {
            count("key-" + key);
        }
        store = usage -> {
            throw new IllegalStateException("no database");
        };
        now = now.plus(LATER);

        flush.run();

        assertThat(lag()).isEqualTo(LATER);
        store = this::writeAll;
        assertThat(flush.finish()).isZero();
        assertThat(written).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(lag()).isZero();
    }

    @Test
    void theEndSaysHowManyCallsAreLost() {
        count("a");
        count("a");
        count("b");
        store = usage -> usage;

        assertThat(flush.finish()).isEqualTo(3);
    }

    private void count(String key) {
        assertThat(pending.allowed(key, 1, Optional.empty(), now)).isTrue();
    }

    private List<KeyUsage> writeAll(List<KeyUsage> usage) {
        usage.forEach(ofKey -> written.add(ofKey.keyId()));
        return List.of();
    }

    private Duration lag() {
        double seconds = registry.get("keycloak.api.keys.usage.lag").gauge().value();
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
