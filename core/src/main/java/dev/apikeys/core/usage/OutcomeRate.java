package dev.apikeys.core.usage;

import dev.apikeys.core.Parsed;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What part of some outcomes others are: {@code delivered=(delivered+read)/sent}.
 *
 * @param name how the rate is called
 * @param above names of outcomes whose counts are added
 * @param below names of outcomes whose counts are added and divide the others
 */
public record OutcomeRate(String name, List<String> above, List<String> below) {

    static final String ALLOWED = "name=sum/sum, where a sum is the name of an outcome or (one+other+…)";

    public OutcomeRate {
        above = List.copyOf(above);
        below = List.copyOf(below);
    }

    static Parsed<OutcomeRate> parse(String text) {
        int equals = text.indexOf('=');
        int slash = text.indexOf('/');
        if (equals < 0 || slash < equals) {
            return Parsed.bad(ALLOWED);
        }
        String name = text.substring(0, equals);
        Optional<List<String>> above = sum(text.substring(equals + 1, slash));
        Optional<List<String>> below = sum(text.substring(slash + 1));
        return OutcomeNames.isName(name) && above.isPresent() && below.isPresent()
                ? Parsed.good(new OutcomeRate(name, above.get(), below.get()))
                : Parsed.bad(ALLOWED);
    }

    /** One name stands alone; several stand in parentheses, so that nobody has to know what binds closer. */
    private static Optional<List<String>> sum(String text) {
        boolean several = text.startsWith("(") && text.endsWith(")");
        List<String> names =
                several ? Arrays.asList(text.substring(1, text.length() - 1).split("\\+", -1)) : List.of(text);
        boolean good = names.stream().allMatch(OutcomeNames::isName)
                && names.stream().distinct().count() == names.size();
        return good ? Optional.of(names) : Optional.empty();
    }

    /**
     * The rate of these counts: 1 when all is well, more when more was reported above than below.
     *
     * @return empty when there is nothing to divide by
     */
    public OptionalDouble of(Map<String, Long> counts) {
        double divisor = sum(below, counts);
        return divisor == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum(above, counts) / divisor);
    }

    private static double sum(List<String> names, Map<String, Long> counts) {
        return names.stream().mapToDouble(name -> counts.getOrDefault(name, 0L)).sum();
    }

    /** The outcomes that the rate is made of. */
    Set<String> outcomes() {
        Set<String> all = new HashSet<>(above);
        all.addAll(below);
        return all;
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return name + '=' + written(above) + '/' + written(below);
    }

    private static String written(List<String> names) {
        return names.size() == 1 ? names.get(0) : '(' + String.join("+", names) + ')';
    }
}
