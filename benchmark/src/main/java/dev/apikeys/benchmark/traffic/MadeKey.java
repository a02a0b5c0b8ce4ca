package dev.apikeys.benchmark.traffic;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A key that was made under way, and what callers were told about it. */
final class MadeKey {

    private static final int CALLS = 3;

    /** What such a key is made with. */
    static final String LIMIT = CALLS + "/5m";

    /** Long before its first window can end: until then the limit is one number. */
    private static final Duration ASKED_ABOUT = Duration.ofMinutes(2);

    private final String id;
    private final String value;
    private final long madeAt = System.nanoTime();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger allowed = new AtomicInteger();
    private volatile boolean revoking;
    private volatile boolean revoked;

    MadeKey(String id, String value) {
        this.id = id;
        this.value = value;
    }

    String id() {
        return id;
    }

    String value() {
        return value;
    }

    boolean isYoung() {
        return System.nanoTime() - madeAt < ASKED_ABOUT.toNanos();
    }

    /** Before the request is sent. */
    void revoking() {
        revoking = true;
    }

    /** After the answer came. */
    void revoked() {
        revoked = true;
    }

    boolean isRevoked() {
        return revoked;
    }

    void asking() {
        asked.incrementAndGet();
    }

    /**
     * What is wrong with an answer, if anything.
     *
     * @param wasRevoked whether the answer to the revocation had come before the question was sent
     */
    Optional<Failure> judge(Told told, boolean wasRevoked) {
        return switch (told) {
            case ALLOWED -> {
                int now = allowed.incrementAndGet();
                if (wasRevoked) {
                    yield Optional.of(Failure.STALE);
                }
                yield now > CALLS ? Optional.of(Failure.OVER_ADMITTED) : Optional.empty();
            }
            case REVOKED -> revoking ? Optional.empty() : Optional.of(Failure.WRONG_ANSWER);
            case LIMITED -> asked.get() > CALLS ? Optional.empty() : Optional.of(Failure.WRONG_ANSWER);
            // whoever asked has noted the text
            case NOTHING -> Optional.empty();
        };
    }
}
