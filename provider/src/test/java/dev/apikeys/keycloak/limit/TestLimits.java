package dev.apikeys.keycloak.limit;

import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.limit.Window;
import dev.apikeys.core.limit.Windows;
import java.time.Instant;
import java.util.List;

/** Limits for tests, written as an administrator writes them, and windows. */
final class TestLimits {

    private TestLimits() {}

    static List<RateLimit> limits(String text) {
        return RateLimit.parseList(text).toOptional().orElseThrow();
    }

    static Windows windows(Window... windows) {
        return new Windows(List.of(windows));
    }

    static Window window(long seconds, Instant start, long used) {
        return new Window(seconds * 1_000, start.toEpochMilli(), used);
    }
}
