package dev.apikeys.core.settings;

import dev.apikeys.core.Parsed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the text of settings is read. */
final class SettingReaders {

    private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,9}");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}@,;:<>()\\[\\]\\\\\"]+@[A-Za-z0-9.-]+");
    private static final int LONGEST_ADDRESS = 254;

    private SettingReaders() {}

    static Function<String, Parsed<Boolean>> flag() {
        return text -> switch (text) {
            case "true" -> Parsed.good(true);
            case "false" -> Parsed.good(false);
            default -> Parsed.bad("true or false");
        };
    }

    static Function<String, Parsed<Long>> number(long least, long most, String unit) {
        String allowed = "a whole number of %s from %s to %s".formatted(unit, least, most);
        return text -> {
            if (!DIGITS.matcher(text).matches()) {
                return Parsed.bad(allowed);
            }
            long number = Long.parseLong(text);
            return number >= least && number <= most ? Parsed.good(number) : Parsed.bad(allowed);
        };
    }

    /** An empty text means that there is none. */
    static <T> Function<String, Parsed<Optional<T>>> optional(Function<String, Parsed<T>> reader) {
        return text -> text.isEmpty()
                ? Parsed.good(Optional.empty())
                : reader.apply(text).map(Optional::of);
    }

    /** One e-mail address without a name beside it; what a server accepts beyond that is for the server to say. */
    static Parsed<String> address(String text) {
        return ADDRESS.matcher(text).matches() && text.length() <= LONGEST_ADDRESS
                ? Parsed.good(text)
                : Parsed.bad("one e-mail address");
    }

    /** The constants of an enum in lower kebab case. */
    static <E extends Enum<E>> Function<String, Parsed<E>> choice(List<E> constants) {
        String allowed = constants.stream().map(SettingReaders::text).collect(Collectors.joining(" or "));
        return text -> constants.stream()
                .filter(constant -> text(constant).equals(text))
                .findFirst()
                .map(Parsed::good)
                .orElseGet(() -> Parsed.bad(allowed));
    }

    static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
