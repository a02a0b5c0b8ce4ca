package dev.apikeys.server;

import java.time.Duration;

/** The time between two looks at something that others do. */
final class Pause {

    private Pause() {}

    /** Returns after that; fails when this thread is interrupted, and leaves it interrupted. */
    static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
