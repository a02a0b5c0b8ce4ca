package dev.apikeys.keycloak.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The time in which a node cannot know whether the others still reach it. */
final class Doubt {

    private final long length;
    private final long interval;
    private final Ticker ticker;
    private final AtomicLong next = new AtomicLong();
    private volatile long until;
    private volatile boolean lasting;

    /**
     * @param length how long it lasts unless it is ended
     * @param interval how often something is due meanwhile
     */
    Doubt(Duration length, Duration interval, Ticker ticker) {
        this.length = length.toNanos();
        this.interval = interval.toNanos();
        this.ticker = ticker;
    }

    void begin() {
        long now = ticker.read();
        until = now + length;
        next.set(now);
        lasting = true;
    }

    void end() {
        lasting = false;
    }

    /** True at once and then once in each interval, for one caller, as long as it lasts. */
    boolean isDue() {
        if (!lasting) {
            return false;
        }
        long now = ticker.read();
        if (now - until >= 0) {
            lasting = false;
            return true;
        }
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + interval);
    }
}
