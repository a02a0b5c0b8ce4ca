package dev.apikeys.core.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where calls are counted, for all nodes together. */
public interface Counters {

    /** What came of counting a call. */
    sealed interface Counting {}

    /** The call was counted, or refused. */
    record Counted(boolean permitted, Windows windows) implements Counting {}

    /**
     * Nobody knows.
     *
     * @param retryAfter when it is worth asking again
     */
    record Unreachable(Duration retryAfter) implements Counting {}

    /** A refusal that is known without asking anybody; empty when somebody has to be asked. */
    default Optional<Counted> knownRefusal(String counter, List<RateLimit> limits, Instant now) {
        return Optional.empty();
    }

    /** Counts a call against all of the limits, or against none of them. */
    Counting take(String counter, List<RateLimit> limits, int cost, Instant now);

    /** Takes back what a call took; what cannot be given back is lost to its owner. */
    void giveBack(String counter, Windows taken, int cost, Instant now);
}
