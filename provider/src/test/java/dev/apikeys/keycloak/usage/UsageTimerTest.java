package dev.apikeys.keycloak.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.usage.KeyUsage;
import dev.apikeys.core.usage.PendingUsage;
import dev.apikeys.keycloak.LogLines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsageTimerTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final PendingUsage pending = new PendingUsage(10);
    private final LogLines log = new LogLines(UsageTimer.class);

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void usageIsWrittenDownNowAndThen() throws InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        UsageTimer timer = timer(Duration.ofMillis(1), usage -> {
            written.countDown();
            return List.of();
        });
        count();

        assertThat(written.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        timer.close(LONG);
    }

    @Test
    void theEndWritesDownWhatWaits() {
        UsageTimer timer = timer(NEVER, usage -> List.of());
        count();

        timer.close(LONG);

        assertThat(pending.takeAll()).isEmpty();
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void theEndSaysHowManyCallsCouldNotBeWrittenDown() {
        UsageTimer timer = timer(NEVER, usage -> usage);
        count();

        timer.close(LONG);

        assertThat(log.messages()).singleElement().asString().endsWith("calls that are lost: 1");
    }

    @Test
    void theEndDoesNotWaitForADatabaseThatKeepsSilent() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        UsageTimer timer = timer(Duration.ofMillis(1), usage -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                ended.countDown();
            }
            return usage;
        });
        count();
        assertThat(asked.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

        timer.close(SHORT);

        assertThat(log.messages()).singleElement().asString().contains("not written down within 100 ms at the end");
        assertThat(ended.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private UsageTimer timer(Duration interval, UnaryOperator<List<KeyUsage>> store) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        return UsageTimer.start(
                new UsageFlush(
                        pending, store, new FlushMetrics(registry, new VerdictMetrics(registry), Clock.systemUTC())),
                interval);
    }

    private void count() {
        assertThat(pending.allowed("a", 1, Optional.empty(), Instant.EPOCH)).isTrue();
    }
}
