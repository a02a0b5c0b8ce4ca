package dev.apikeys.keycloak.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.apikeys.core.limit.Counters;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.limit.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers for a moment which counters are full, so that a flood of calls over a limit stays on its node. Only for a
 * moment: another node may give back what it took, and a limit that changes is asked anew at once.
 */
final class RefusalMemory implements Counters {

    private static final long ENTRIES = 10_000;
    /** How long a counter is believed to be full. */
    static final Duration MOMENT = Duration.ofMillis(500);

    private final Counters counters;
    private final Cache<String, Full> full;

    RefusalMemory(Counters counters, Ticker ticker) {
        this.counters = counters;
        this.full = Caffeine.newBuilder()
                .maximumSize(ENTRIES)
                .expireAfterWrite(MOMENT)
                .ticker(ticker)
                .build();
    }

    private record Full(List<RateLimit> limits, Windows windows, long until) {

        boolean refuses(List<RateLimit> asked, Instant now) {
            return now.toEpochMilli() < until && limits.equals(asked);
        }
    }

    @Override
    public Optional<Counted> knownRefusal(String counter, List<RateLimit> limits, Instant now) {
        return Optional.ofNullable(full.getIfPresent(counter))
                .filter(remembered -> remembered.refuses(limits, now))
                .map(remembered -> new Counted(false, remembered.windows()));
    }

    @Override
    public Counting take(String counter, List<RateLimit> limits, int cost, Instant now) {
        Counting counting = counters.take(counter, limits, cost, now);
        if (counting instanceof Counted counted && !counted.permitted()) {
            remember(counter, limits, counted.windows());
        }
        return counting;
    }

    @Override
    public void giveBack(String counter, Windows taken, int cost, Instant now) {
        counters.giveBack(counter, taken, cost, now);
        full.invalidate(counter);
    }

    /** Until the first of the used-up windows ends. */
    private void remember(String counter, List<RateLimit> limits, Windows windows) {
        limits.stream()
                .filter(limit -> windows.of(limit).used() >= limit.count())
                .mapToLong(limit -> windows.of(limit).end())
                .min()
                .ifPresent(until -> full.put(counter, new Full(limits, windows, until)));
    }
}
