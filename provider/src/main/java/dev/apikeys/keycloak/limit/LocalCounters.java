package dev.apikeys.keycloak.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.apikeys.core.limit.Counters;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.limit.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What this node counts for itself: several nodes together let more through than the limit. */
final class LocalCounters implements Counters {

    private static final long ENTRIES = 100_000;

    private final Cache<String, Windows> counted = Caffeine.newBuilder()
            .maximumSize(ENTRIES)
            .expireAfter(Expiry.<String, Windows>writing((counter, windows) -> untilEnd(windows)))
            .build();

    private static Duration untilEnd(Windows windows) {
        return windows.life(System.currentTimeMillis())
                .map(millis -> Duration.ofMillis(Math.max(0, millis)))
                .orElse(Duration.ZERO);
    }

    @Override
    public Counting take(String counter, List<RateLimit> limits, int cost, Instant now) {
        AtomicBoolean permitted = new AtomicBoolean();
        Windows windows = counted.asMap().compute(counter, (name, before) -> {
            Windows.Outcome outcome = (before == null ? Windows.NONE : before).take(limits, cost, now.toEpochMilli());
            permitted.set(outcome.permitted());
            return outcome.windows();
        });
        return new Counted(permitted.get(), windows);
    }

    @Override
    public void giveBack(String counter, Windows taken, int cost, Instant now) {
        counted.asMap().computeIfPresent(counter, (name, before) -> before.giveBack(taken, cost));
    }
}
