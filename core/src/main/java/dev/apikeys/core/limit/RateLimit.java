package dev.apikeys.core.limit;

import dev.apikeys.core.Parsed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many calls are let through in a window of fixed length: {@code 60/minute}, {@code 5/10s}.
 *
 * @param count calls per window, at least one
 * @param window length of the window in whole seconds, from one second to 366 days
 */
public record RateLimit(long count, Duration window) {

    static final String ALLOWED =
            "<count>/<window>: a count from 1 to 1000000000 and a window of second, minute, hour, "
                    + "day or a number with s, m, h or d, at most 366 days (60/minute, 1000/hour, 5/10s)";

    private static final long LARGEST_COUNT = 1_000_000_000L;
    private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(366);
    private static final Pattern FORM =
            Pattern.compile("([1-9][0-9]{0,9})/(?:(second|minute|hour|day)|([1-9][0-9]{0,7})([smhd]))");
    private static final Map<String, Duration> UNITS = Map.of(
            "second", Duration.ofSeconds(1),
            "minute", Duration.ofMinutes(1),
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    public RateLimit {
        requireAllowed(count, window);
    }

    private static void requireAllowed(long count, Duration window) {
        if (!isAllowed(count, window)) {
            throw new IllegalArgumentException("a limit of %s in %s; allowed: %s".formatted(count, window, ALLOWED));
        }
    }

    private static boolean isAllowed(long count, Duration window) {
        return count >= 1
                && count <= LARGEST_COUNT
                && window.compareTo(SHORTEST_WINDOW) >= 0
                && window.compareTo(LONGEST_WINDOW) <= 0
                && window.toNanosPart() == 0;
    }

    /** Reads one limit. */
    public static Parsed<RateLimit> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Parsed.bad(ALLOWED);
        }
        long count = Long.parseLong(form.group(1));
        Duration window = form.group(2) != null
                ? unit(form.group(2))
                : unit(form.group(4)).multipliedBy(Long.parseLong(form.group(3)));
        return isAllowed(count, window) ? Parsed.good(new RateLimit(count, window)) : Parsed.bad(ALLOWED);
    }

    /** Reads a comma-separated list; an empty text is no limit at all. */
    public static Parsed<List<RateLimit>> parseList(String text) {
        if (text.isBlank()) {
            return Parsed.good(List.of());
        }
        List<RateLimit> limits = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Optional<RateLimit> limit = parse(part.strip()).toOptional();
            if (limit.isEmpty()) {
                return Parsed.bad("a comma-separated list of " + ALLOWED);
            }
            limits.add(limit.get());
        }
        return Parsed.good(List.copyOf(limits));
    }

    /** The form that {@link #parseList} reads. */
    public static String format(List<RateLimit> limits) {
        return limits.stream().map(RateLimit::toString).collect(Collectors.joining(","));
    }

    private static Duration unit(String name) {
        return UNITS.getOrDefault(name, Duration.ZERO);
    }

    /** The form that {@link #parse} reads, with the largest unit that divides the window. */
    @Override
    public String toString() {
        long seconds = window.toSeconds();
        for (String unit : List.of("day", "hour", "minute")) {
            long length = unit(unit).toSeconds();
            if (seconds % length == 0) {
                return written(seconds / length, unit);
            }
        }
        return written(seconds, "second");
    }

    private String written(long units, String unit) {
        return count + "/" + (units == 1 ? unit : units + unit.substring(0, 1));
    }
}
