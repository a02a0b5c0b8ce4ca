package dev.apikeys.keycloak.limit;

import static dev.apikeys.keycloak.limit.TestLimits.limits;
import static dev.apikeys.keycloak.limit.TestLimits.window;
import static dev.apikeys.keycloak.limit.TestLimits.windows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.limit.Counters;
import dev.apikeys.core.limit.Counters.Counted;
import dev.apikeys.core.limit.RateLimit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.infinispan.AdvancedCache;
import org.infinispan.functional.FunctionalMap.ReadWriteMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InfinispanCountersTest extends CountersContract {

    private static final List<RateLimit> LIMITS = limits("3/10s,5/minute");
    private static final Duration MINUTE_AND_SLACK = Duration.ofMinutes(1).plusMillis(Entries.SLACK_MILLIS);

    private final LocalCaches caches = new LocalCaches();
    private final AdvancedCache<String, byte[]> opened = CounterCache.open(caches.manager());
    private final ReadWriteMap<String, byte[]> cache = CounterCache.functions(opened);
    private final Outages outages =
            new Outages(counter -> "nodes", () -> 0, new SimpleMeterRegistry().counter("unanswered"));
    private final InfinispanCounters counters = new InfinispanCounters(cache, outages, Duration.ofSeconds(30));

    @Override
    Counters counters() {
        return counters;
    }

    @AfterEach
    void close() throws IOException {
        caches.close();
    }

    @Test
    void openingTheCacheAgainLeadsToTheSameCounters() {
        take("key:a", LIMITS, 3, now);

        InfinispanCounters again = new InfinispanCounters(
                CounterCache.functions(CounterCache.open(caches.manager())), outages, Duration.ofSeconds(30));

        assertThat(again.take("key:a", LIMITS, 1, now))
                .isEqualTo(new Counted(false, windows(window(10, now, 3), window(60, now, 3))));
    }

    @Test
    void whatChangesNothingIsNotWritten() {
        AtomicInteger writes = new AtomicInteger();
        cache.listeners().onWrite(entry -> writes.incrementAndGet());
        take("key:a", LIMITS, 3, now);

        take("key:a", LIMITS, 1, now);
        take("key:a", LIMITS, 0, now);
        take("key:b", LIMITS, 0, now);

        assertThat(writes).hasValue(1);
    }

    @Test
    void oneNodeAloneKeepsAllCounters() {
        assertThat(CounterCache.owners(opened, "key:a")).isEqualTo(CounterCache.owners(opened, "key:b"));
    }

    @Nested
    class TheCacheHolds {

        @Test
        void aCounterUntilItsLastWindowIsOverForEveryClock() {
            take("key:a", LIMITS, 1, now);
            caches.putForward(MINUTE_AND_SLACK.minusSeconds(30));
            assertThat(isHeld("key:a")).isTrue();

            caches.putForward(Duration.ofSeconds(31));
            assertThat(isHeld("key:a")).isFalse();
        }

        @Test
        void aCounterForAnOwnerWhoseClockIsAhead() {
            take("key:a", limits("3/10s"), 3, now);
            caches.putForward(Duration.ofSeconds(60));

            assertThat(take("key:a", limits("3/10s"), 1, now.plusSeconds(9)))
                    .isEqualTo(new Counted(false, windows(window(10, now, 3))));
        }

        @Test
        void aCounterThatAClockAheadBeganForOneWindowMoreThanItsLastCall() {
            take("key:a", limits("3/10s"), 2, now.plus(Duration.ofHours(2)));
            take("key:a", limits("3/10s"), 1, now);
            assertThat(take("key:a", limits("3/10s"), 1, now).permitted()).isFalse();

            caches.putForward(Duration.ofSeconds(11).plusMillis(Entries.SLACK_MILLIS));
            assertThat(take("key:a", limits("3/10s"), 1, now.plusSeconds(71)).permitted())
                    .isTrue();
        }

        @Test
        void aCounterNoLongerBecauseOfLaterCalls() {
            take("key:a", LIMITS, 1, now);
            caches.putForward(Duration.ofSeconds(30));
            take("key:a", LIMITS, 1, now.plusSeconds(30));

            caches.putForward(MINUTE_AND_SLACK.minusSeconds(29));
            assertThat(isHeld("key:a")).isFalse();
        }

        @Test
        void aCounterAlsoAfterSomethingWasGivenBack() {
            take("key:a", LIMITS, 1, now);
            counters.giveBack("key:a", take("key:a", LIMITS, 1, now).windows(), 1, now);
            assertThat(isHeld("key:a")).isTrue();

            caches.putForward(MINUTE_AND_SLACK.plusSeconds(1));
            assertThat(isHeld("key:a")).isFalse();
        }

        @Test
        void noCounterThatGaveEverythingBack() {
            counters.giveBack("key:a", take("key:a", LIMITS, 1, now).windows(), 1, now);

            assertThat(isHeld("key:a")).isFalse();
        }

        @Test
        void noCounterThatNothingWasCountedIn() {
            take("key:a", LIMITS, 0, now);
            take("key:b", LIMITS, 4, now);

            assertThat(isHeld("key:a")).isFalse();
            assertThat(isHeld("key:b")).isFalse();
        }

        @Test
        void whatARefusedCallTookOverOfOtherLimits() {
            take("key:a", limits("9/10s"), 9, now);
            take("key:a", limits("5/minute"), 1, now.plusSeconds(9));
            caches.putForward(Duration.ofSeconds(30));

            assertThat(take("key:a", limits("5/minute"), 1, now.plusSeconds(30)))
                    .isEqualTo(new Counted(false, windows(window(60, now, 9))));
        }

        private boolean isHeld(String counter) {
            return cache.eval(counter, entry -> entry.find().isPresent()).join();
        }
    }
}
