package dev.apikeys.core.settings;

import dev.apikeys.core.Parsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many days before the expiry of a key its owner is told, each time once.
 *
 * @param all descending, none twice; empty for never
 */
public record NoticeDays(List<Integer> all) {

    private static final int MOST = 10;
    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,3}");
    private static final int LARGEST = 3_650;
    private static final String ALLOWED =
            "a comma-separated list of at most " + MOST + " whole numbers of days from 1 to " + LARGEST + ", each once";

    public NoticeDays {
        all = List.copyOf(all);
    }

    /** A time before the expiry in which one of the notices is due. */
    public record Due(int days, Instant after, Instant until) {}

    /** Reads {@code 30,7,1} in any order; blank text means never. */
    public static Parsed<NoticeDays> parse(String text) {
        if (text.isBlank()) {
            return Parsed.good(new NoticeDays(List.of()));
        }
        List<Integer> days = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Optional<Integer> number = Optional.of(part.strip())
                    .filter(digits -> DAYS.matcher(digits).matches())
                    .map(Integer::valueOf)
                    .filter(some -> some <= LARGEST && !days.contains(some));
            if (number.isEmpty()) {
                return Parsed.bad(ALLOWED);
            }
            days.add(number.get());
        }
        days.sort((one, other) -> Integer.compare(other, one));
        return days.size() <= MOST ? Parsed.good(new NoticeDays(days)) : Parsed.bad(ALLOWED);
    }

    /**
     * Which notice is due for keys that expire when. The times do not overlap: a key that comes late into one of them, because
     * nobody looked before or its expiry was changed, has one notice due and not two.
     */
    public List<Due> due(Instant now) {
        List<Due> due = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Instant after = i + 1 < all.size() ? plusDays(now, all.get(i + 1)) : now;
            due.add(new Due(all.get(i), after, plusDays(now, all.get(i))));
        }
        return due;
    }

    /**
     * Whether a notice that was due may still be given: while these are days of a notice, and one of fewer days, which says more, is
     * not due as well.
     */
    public boolean stillHolds(int days, Instant expiry, Instant now) {
        return all.contains(days)
                && all.stream().noneMatch(fewer -> fewer < days && !expiry.isAfter(plusDays(now, fewer)));
    }

    private static Instant plusDays(Instant now, int days) {
        return now.plus(Duration.ofDays(days));
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return all.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
