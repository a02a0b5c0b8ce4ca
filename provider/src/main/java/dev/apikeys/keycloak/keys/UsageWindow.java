package dev.apikeys.keycloak.keys;

import dev.apikeys.core.Violation;
import dev.apikeys.keycloak.store.UsageReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The time that somebody asks about, and in what pieces.
 *
 * @param from a whole hour or day, in UTC
 * @param to the beginning of the hour or day after the last one
 */
public record UsageWindow(Instant from, Instant to, Bucket bucket) {

    private static final Duration LONGEST_AGO = Duration.ofDays(3_650);
    private static final Duration MOST_DAYS = Duration.ofDays(400);

    /** How long one piece of a series is. */
    public enum Bucket {
        HOUR("hour", ChronoUnit.HOURS, Duration.ofHours(24)),
        DAY("day", ChronoUnit.DAYS, Duration.ofDays(30));

        private final String code;
        private final ChronoUnit unit;
        private final Duration usual;

        Bucket(String code, ChronoUnit unit, Duration usual) {
            this.code = code;
            this.unit = unit;
            this.usual = usual;
        }

        /** As it is written in requests and answers. */
        public String code() {
            return code;
        }

        Instant beginning(Instant instant) {
            return instant.truncatedTo(unit);
        }

        Duration length() {
            return unit.getDuration();
        }
    }

    /**
     * The outcome of reading.
     *
     * @param window meaningless when there are violations
     */
    public record Reading(UsageWindow window, List<Violation> violations) {}

    /** Reads what was asked; absent is the last 24 hours, or the last 30 days. */
    public static Reading read(Optional<Instant> from, Optional<Instant> to, Bucket bucket, Instant now) {
        Instant end = to.orElse(now);
        Instant start = from.orElse(end.minus(bucket.usual));
        List<Violation> violations = new ArrayList<>();
        if (end.isBefore(now.minus(LONGEST_AGO)) || end.isAfter(now.plus(MOST_DAYS))) {
            violations.add(new Violation("to", end.toString(), "an instant of the last ten years"));
        } else if (!start.isBefore(end)) {
            violations.add(new Violation("from", start.toString(), "an instant before " + end));
        } else if (bucket == Bucket.HOUR && start.isBefore(now.minus(UsageReader.HOURS_KEPT))) {
            violations.add(new Violation(
                    "from",
                    start.toString(),
                    "with bucket=hour an instant of the last %d days".formatted(UsageReader.HOURS_KEPT.toDays())));
        } else if (start.isBefore(end.minus(MOST_DAYS))) {
            violations.add(new Violation(
                    "from",
                    start.toString(),
                    "an instant at most %d days before %s".formatted(MOST_DAYS.toDays(), end)));
        }
        if (!violations.isEmpty()) {
            return new Reading(new UsageWindow(now, now, bucket), violations);
        }
        Instant last = bucket.beginning(end.minusNanos(1));
        return new Reading(new UsageWindow(bucket.beginning(start), last.plus(bucket.length()), bucket), violations);
    }

    /** The beginnings of the pieces. */
    List<Instant> beginnings() {
        List<Instant> beginnings = new ArrayList<>();
        for (Instant next = from; next.isBefore(to); next = next.plus(bucket.length())) {
            beginnings.add(next);
        }
        return beginnings;
    }
}
