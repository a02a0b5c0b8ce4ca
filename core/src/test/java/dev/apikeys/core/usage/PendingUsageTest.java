package dev.apikeys.core.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.verify.DenialReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PendingUsageTest {

    private static final int MOST_KEYS = 3;
    private static final Instant HOUR = Instant.parse("2026-11-21T16:00:00Z");
    private static final Instant NOW = HOUR.plus(Duration.ofMinutes(24));
    private static final Optional<IpAddress> CALLER = IpAddress.parse("203.0.113.7");

    private final PendingUsage pending = new PendingUsage(MOST_KEYS);

    @Test
    void callsAreCountedByKeyHourAndOutcome() {
        pending.allowed("b", 1, CALLER, NOW);
        pending.allowed("b", 25, CALLER, NOW.plusSeconds(1));
        pending.refused("b", DenialReason.KEY_REVOKED, NOW);
        pending.allowed("b", 1, CALLER, NOW.plus(Duration.ofHours(1)));
        pending.refused("a", DenialReason.KEY_REVOKED, NOW);

        assertThat(pending.takeAll())
                .containsExactly(
                        new KeyUsage("a", List.of(new HourlyCalls(HOUR, "key_revoked", 1)), Optional.empty()),
                        new KeyUsage(
                                "b",
                                List.of(
                                        new HourlyCalls(HOUR, "allowed", 26),
                                        new HourlyCalls(HOUR, "key_revoked", 1),
                                        new HourlyCalls(HOUR.plus(Duration.ofHours(1)), "allowed", 1)),
                                Optional.of(new LastUse(NOW.plus(Duration.ofHours(1)), CALLER))));
    }

    @Test
    void whatWasTakenIsNotTakenAgain() {
        pending.allowed("a", 1, CALLER, NOW);
        pending.takeAll();

        assertThat(pending.takeAll()).isEmpty();
    }

    @Test
    void theLatestUseCountsWhateverTheOrder() {
        pending.allowed("a", 1, CALLER, NOW);
        pending.allowed("a", 1, Optional.empty(), NOW.minusSeconds(1));

        assertThat(pending.takeAll().get(0).lastUse()).contains(new LastUse(NOW, CALLER));
    }

    @Test
    void lookingCountsNothing() {
        assertThat(pending.allowed("a", 0, CALLER, NOW)).isTrue();

        assertThat(pending.takeAll()).isEmpty();
    }

    @Test
    void whatCouldNotBeWrittenDownIsAddedToWhatCameMeanwhile() {
        pending.allowed("a", 2, CALLER, NOW);
        List<KeyUsage> taken = pending.takeAll();
        pending.allowed("a", 3, Optional.empty(), NOW.plusSeconds(1));

        assertThat(pending.putBack(taken.get(0))).isTrue();

        assertThat(pending.takeAll())
                .containsExactly(new KeyUsage(
                        "a",
                        List.of(new HourlyCalls(HOUR, "allowed", 5)),
                        Optional.of(new LastUse(NOW.plusSeconds(1), Optional.empty()))));
    }

    @Test
    void refusalsThatCouldNotBeWrittenDownComeBackWithoutAUse() {
        pending.refused("a", DenialReason.KEY_REVOKED, NOW);
        List<KeyUsage> taken = pending.takeAll();

        assertThat(pending.putBack(taken.get(0))).isTrue();

        assertThat(pending.takeAll()).isEqualTo(taken);
    }

    @Test
    void whenTooManyKeysWaitNewOnesAreNotCountedButKnownOnesAre() {
        List.of("a", "b", "c").forEach(key -> pending.allowed(key, 1, CALLER, NOW));

        assertThat(pending.allowed("d", 1, CALLER, NOW)).isFalse();
        assertThat(pending.allowed("c", 1, CALLER, NOW)).isTrue();
        assertThat(pending.putBack(new KeyUsage("d", List.of(new HourlyCalls(HOUR, "allowed", 1)), Optional.empty())))
                .isFalse();

        assertThat(pending.takeAll()).extracting(KeyUsage::keyId).containsExactly("a", "b", "c");
    }

    @Test
    void nothingIsLostOrCountedTwiceWhileItIsTaken() throws Exception {
        int threads = 8;
        int calls = 20_000;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<KeyUsage> taken = new ArrayList<>();
        try {
            List<Future<?>> counting = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                counting.add(pool.submit(() -> {
                    for (int call = 0; call < calls; call++) {
                        pending.allowed(call % 2 == 0 ? "a" : "b", 1, CALLER, NOW);
                    }
                }));
            }
            while (!counting.stream().allMatch(Future::isDone)) {
                taken.addAll(pending.takeAll());
            }
            for (Future<?> each : counting) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        taken.addAll(pending.takeAll());

        assertThat(taken.stream()
                        .flatMap(usage -> usage.calls().stream())
                        .mapToLong(HourlyCalls::calls)
                        .sum())
                .isEqualTo((long) threads * calls);
    }
}
