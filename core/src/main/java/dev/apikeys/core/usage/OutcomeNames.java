package dev.apikeys.core.usage;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.verify.DenialReason;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The outcomes that resource servers may report, beside the verdicts that are counted anyway.
 *
 * @param all in the order in which they are shown, none twice; empty when nothing may be reported
 */
public record OutcomeNames(List<String> all) {

    private static final int MOST = 20;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");

    /** What verdicts are called, so that nobody takes a report for one. */
    private static final Set<String> TAKEN = Stream.concat(
                    Stream.of("allowed", "denied", "total"),
                    Arrays.stream(DenialReason.values()).map(DenialReason::code))
            .collect(Collectors.toSet());

    private static final String ALLOWED = "a comma-separated list of at most " + MOST
            + " names, each once: a lower case letter and at most 31 lower case letters, digits and underscores;"
            + " neither allowed, denied, total nor the reason of a denial";

    public OutcomeNames {
        all = List.copyOf(all);
    }

    /** Reads {@code sent,delivered,read,failed}; blank text names none. */
    public static Parsed<OutcomeNames> parse(String text) {
        if (text.isBlank()) {
            return Parsed.good(new OutcomeNames(List.of()));
        }
        List<String> names =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        boolean good = names.size() <= MOST
                && names.stream().distinct().count() == names.size()
                && names.stream().allMatch(name -> isName(name) && !TAKEN.contains(name));
        return good ? Parsed.good(new OutcomeNames(names)) : Parsed.bad(ALLOWED);
    }

    /** Whether the text has the shape of a name. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return String.join(",", all);
    }
}
