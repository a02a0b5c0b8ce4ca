package dev.apikeys.keycloak.limit;

import static dev.apikeys.keycloak.limit.TestLimits.limits;
import static dev.apikeys.keycloak.limit.TestLimits.window;
import static dev.apikeys.keycloak.limit.TestLimits.windows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.limit.Counters;
import dev.apikeys.core.limit.Counters.Counted;
import dev.apikeys.core.limit.Counters.Counting;
import dev.apikeys.core.limit.Counters.Unreachable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.infinispan.functional.FunctionalMap.ReadWriteMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UnreachableCountersTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Unreachable UNREACHABLE = new Unreachable(Outages.PAUSE);
    private static final Counted FIRST_CALL = new Counted(true, windows(window(60, NOW, 1)));

    private final AtomicLong nanos = new AtomicLong();
    private final Counter metric = new SimpleMeterRegistry().counter("uncounted");
    private final LocalCaches caches = new LocalCaches();
    private final ReadWriteMap<String, byte[]> cache = CounterCache.functions(CounterCache.open(caches.manager()));
    private final Outages outages = new Outages(counter -> "nodes", nanos::get, metric);
    private final InfinispanCounters counters = new InfinispanCounters(cache, outages, Duration.ofMillis(50));

    @AfterEach
    void close() throws IOException {
        caches.close();
    }

    @Nested
    class WhenTheCacheIsClosed {

        @BeforeEach
        void closeTheCache() throws IOException {
            caches.close();
        }

        @Test
        void nobodyKnows() {
            assertThat(take("key:a")).isEqualTo(UNREACHABLE);
            assertThat(take("key:a")).isEqualTo(UNREACHABLE);
            nanos.addAndGet(Outages.PAUSE.toNanos());
            assertThat(take("key:a")).isEqualTo(UNREACHABLE);
            assertThat(metric.count()).isEqualTo(3);
        }

        @Test
        void givingBackIsNoError() {
            counters.giveBack("key:a", FIRST_CALL.windows(), 1, NOW);

            assertThat(take("key:a")).isEqualTo(UNREACHABLE);
        }
    }

    @Nested
    class WhenACounterDoesNotAnswerInTime {

        private final CountDownLatch held = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private CompletableFuture<Void> holder = CompletableFuture.completedFuture(null);

        @BeforeEach
        void holdTheCounter() throws InterruptedException {
            holder = CompletableFuture.runAsync(() -> cache.eval("key:held", entry -> {
                        held.countDown();
                        return awaitRelease();
                    })
                    .join());
            held.await();
        }

        @AfterEach
        void release() {
            released.countDown();
            holder.join();
        }

        @Test
        void noCounterIsAskedUntilThePauseIsOver() {
            assertThat(take("key:held")).isEqualTo(UNREACHABLE);

            assertThat(take("key:a")).isEqualTo(UNREACHABLE);
            nanos.addAndGet(Outages.PAUSE.toNanos());
            assertThat(take("key:a")).isEqualTo(FIRST_CALL);
            assertThat(metric.count()).isEqualTo(2);
        }

        @Test
        void anAnswerAfterThePauseLetsEverybodyAskAgain() {
            assertThat(take("key:held")).isEqualTo(UNREACHABLE);
            nanos.addAndGet(Outages.PAUSE.toNanos());

            assertThat(take("key:a")).isEqualTo(FIRST_CALL);
            assertThat(take("key:b")).isEqualTo(FIRST_CALL);
        }

        @Test
        void aLookThatIsAnsweredDoesNotEndTheOutage() {
            assertThat(take("key:held")).isEqualTo(UNREACHABLE);
            nanos.addAndGet(Outages.PAUSE.toNanos());

            assertThat(counters.take("key:a", limits("5/minute"), 0, NOW)).isInstanceOf(Counters.Counted.class);
            assertThat(take("key:held")).isEqualTo(UNREACHABLE);
            assertThat(take("key:a")).isEqualTo(UNREACHABLE);
        }

        @Test
        void anInterruptedCallerIsNoOutageAndStaysInterrupted() {
            Thread.currentThread().interrupt();

            assertThat(take("key:held")).isEqualTo(UNREACHABLE);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(metric.count()).isZero();
            assertThat(take("key:a")).isEqualTo(FIRST_CALL);
        }

        @Test
        void aFailureToGiveBackBeginsThePauseToo() {
            counters.giveBack("key:held", FIRST_CALL.windows(), 1, NOW);

            assertThat(take("key:a")).isEqualTo(UNREACHABLE);
            assertThat(metric.count()).isEqualTo(2);
        }

        @Test
        void duringThePauseCallsAreGivenBackNevertheless() {
            assertThat(take("key:a")).isEqualTo(FIRST_CALL);
            assertThat(take("key:held")).isEqualTo(UNREACHABLE);

            counters.giveBack("key:a", FIRST_CALL.windows(), 1, NOW);

            assertThat(cache.eval("key:a", entry -> entry.find().isPresent()).join())
                    .isFalse();
            assertThat(metric.count()).isOne();
        }

        @Test
        @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void duringAnOutageNobodyWaitsForWhatIsGivenBack() {
            InfinispanCounters patient = new InfinispanCounters(cache, outages, Duration.ofDays(1));
            assertThat(take("key:held")).isEqualTo(UNREACHABLE);

            patient.giveBack("key:held", FIRST_CALL.windows(), 1, NOW);

            assertThat(outages.last()).isTrue();
            assertThat(metric.count()).isOne();
        }

        private boolean awaitRelease() {
            try {
                released.await();
                return true;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Counting take(String counter) {
        return counters.take(counter, limits("5/minute"), 1, NOW);
    }
}
