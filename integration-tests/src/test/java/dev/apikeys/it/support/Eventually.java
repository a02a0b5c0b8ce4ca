package dev.apikeys.it.support;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is as awaited, or fails at the deadline. */
public final class Eventually {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Eventually() {}

    /** Returns the first answer that is as awaited. */
    public static <T> T get(Supplier<T> question, Predicate<T> awaited) {
        Instant end = Instant.now().plus(DEADLINE);
        T last = question.get();
        while (!awaited.test(last)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Not as awaited after " + DEADLINE + ": " + last);
            }
            pause();
            last = question.get();
        }
        return last;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
