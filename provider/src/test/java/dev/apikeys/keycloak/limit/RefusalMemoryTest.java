package dev.apikeys.keycloak.limit;

import static dev.apikeys.keycloak.limit.TestLimits.limits;
import static dev.apikeys.keycloak.limit.TestLimits.window;
import static dev.apikeys.keycloak.limit.TestLimits.windows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.limit.Counters;
import dev.apikeys.core.limit.Counters.Counted;
import dev.apikeys.core.limit.Counters.Counting;
import dev.apikeys.core.limit.Counters.Unreachable;
import dev.apikeys.core.limit.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A flood of calls over a limit stays on its node, and nobody is refused for longer than the counters would. */
class RefusalMemoryTest extends CountersContract {

    private final RefusalMemory overCounters = new RefusalMemory(new LocalCounters(), () -> 0);

    @Override
    Counters counters() {
        return overCounters;
    }

    @Nested
    class AfterARefusal {

        private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
        private static final List<RateLimit> LIMITS = limits("3/10s,5/minute");

        private final AtomicLong nanos = new AtomicLong();
        private final Counted full =
                new Counted(false, windows(window(10, NOW.minusSeconds(4), 3), window(60, NOW.minusSeconds(20), 4)));
        private final ScriptedCounters counters = new ScriptedCounters(full);
        private final RefusalMemory memory = new RefusalMemory(counters, nanos::get);

        @Test
        void theNextIsKnownWithTheSameAnswerAndNobodyIsAsked() {
            take(1);

            assertThat(known(NOW)).contains(full);
            assertThat(known(NOW)).contains(full);
            assertThat(counters.asked).isOne();
        }

        @Test
        void whoeverTakesNeverthelessIsAnsweredByTheCounters() {
            take(1);
            counters.answer = new Counted(true, full.windows());

            assertThat(take(1)).isEqualTo(counters.answer);
            assertThat(take(0)).isEqualTo(counters.answer);
            assertThat(counters.asked).isEqualTo(3);
        }

        @Test
        void nothingIsKnownOfOtherCounters() {
            take(1);

            assertThat(memory.knownRefusal("key:b", LIMITS, NOW)).isEmpty();
        }

        @Test
        void itIsKnownForAMoment() {
            take(1);

            nanos.addAndGet(RefusalMemory.MOMENT.toNanos() - 1);
            assertThat(known(NOW)).contains(full);
            nanos.addAndGet(1);
            assertThat(known(NOW)).isEmpty();
        }

        @Test
        void itIsKnownUntilTheWindowIsOver() {
            take(1);

            assertThat(known(NOW.plusMillis(5_999))).contains(full);
            assertThat(known(NOW.plusSeconds(6))).isEmpty();
        }

        @Test
        void theFirstOfSeveralUsedUpWindowsDecides() {
            Counted both = new Counted(false, windows(window(10, NOW, 3), window(60, NOW.minusSeconds(55), 5)));
            counters.answer = both;
            take(1);

            assertThat(known(NOW.plusMillis(4_999))).contains(both);
            assertThat(known(NOW.plusSeconds(5))).isEmpty();
        }

        @Test
        void nothingIsKnownOfChangedLimits() {
            take(1);

            assertThat(memory.knownRefusal("key:a", limits("4/10s,5/minute"), NOW))
                    .isEmpty();
            assertThat(memory.knownRefusal("key:a", limits("3/10s"), NOW)).isEmpty();
        }

        @Test
        void nothingIsKnownWhenACallWasGivenBack() {
            take(1);

            memory.giveBack("key:a", full.windows(), 1, NOW);

            assertThat(counters.givenBack).isOne();
            assertThat(known(NOW)).isEmpty();
        }

        @Test
        void aCallThatOnlyCostTooMuchSaysNothingOfOthers() {
            counters.answer = new Counted(false, windows(window(10, NOW, 2), window(60, NOW, 4)));
            take(2);

            assertThat(known(NOW)).isEmpty();
        }

        @Test
        void aLimitLoweredBelowWhatIsUsedIsKnownToo() {
            counters.answer = new Counted(false, windows(window(10, NOW, 9), window(60, NOW, 4)));
            take(1);

            assertThat(known(NOW)).isPresent();
        }

        private Counting take(int cost) {
            return memory.take("key:a", LIMITS, cost, NOW);
        }

        private Optional<Counted> known(Instant at) {
            return memory.knownRefusal("key:a", LIMITS, at);
        }
    }

    @Nested
    class AnythingElse {

        private final ScriptedCounters counters = new ScriptedCounters(new Unreachable(Duration.ofSeconds(2)));
        private final RefusalMemory memory = new RefusalMemory(counters, () -> 0);

        @Test
        void isNotRemembered() {
            assertThat(memory.knownRefusal("key:a", limits("3/10s"), now)).isEmpty();
            assertThat(memory.take("key:a", limits("3/10s"), 1, now)).isEqualTo(counters.answer);
            assertThat(memory.knownRefusal("key:a", limits("3/10s"), now)).isEmpty();

            counters.answer = new Counted(true, windows(window(10, now, 3)));
            assertThat(memory.take("key:a", limits("3/10s"), 1, now)).isEqualTo(counters.answer);
            assertThat(memory.knownRefusal("key:a", limits("3/10s"), now)).isEmpty();
        }
    }
}
