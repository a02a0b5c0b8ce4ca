package dev.apikeys.core.usage;

import dev.apikeys.core.Parsed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rates that a realm derives from reported outcomes.
 *
 * @param all in the order in which they are shown, no name twice
 */
public record OutcomeRates(List<OutcomeRate> all) {

    private static final int MOST = 10;
    private static final String ALLOWED =
            "a comma-separated list of at most " + MOST + " rates, every name once: " + OutcomeRate.ALLOWED;

    public OutcomeRates {
        all = List.copyOf(all);
    }

    /** Reads {@code delivered=(delivered+read)/sent,read=read/sent}; blank text means none. */
    public static Parsed<OutcomeRates> parse(String text) {
        if (text.isBlank()) {
            return Parsed.good(new OutcomeRates(List.of()));
        }
        List<OutcomeRate> rates = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Optional<OutcomeRate> rate = OutcomeRate.parse(part.strip()).toOptional();
            if (rate.isEmpty()) {
                return Parsed.bad(ALLOWED);
            }
            rates.add(rate.get());
        }
        long distinct = rates.stream().map(OutcomeRate::name).distinct().count();
        return distinct == rates.size() && distinct <= MOST
                ? Parsed.good(new OutcomeRates(rates))
                : Parsed.bad(ALLOWED);
    }

    /** Whether the rates are made of these outcomes only. */
    public boolean areMadeOf(OutcomeNames names) {
        Set<String> used = new HashSet<>();
        all.forEach(rate -> used.addAll(rate.outcomes()));
        return names.all().containsAll(used);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return all.stream().map(OutcomeRate::toString).collect(Collectors.joining(","));
    }
}
