package dev.apikeys.core.settings;

import dev.apikeys.core.Parsed;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the text of settings is read. */
final class SettingReaders {

    private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,9}");

    /** Scheme, host and port, and whatever RFC 3986 lets follow them; neither a user's name nor a fragment. */
    private static final Pattern WEB_ADDRESS = Pattern.compile(
            "https?://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?([/?][a-z0-9/?:@!$&'()*+,;=._~%-]*)?",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_WEB_ADDRESS = 2_000;

    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}@,;:<>()\\[\\]\\\\\"]+@[A-Za-z0-9.-]+");
    private static final int LONGEST_MAIL_ADDRESS = 254;

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

    static Function<String, Parsed<URI>> webAddress() {
        return text -> uri(text)
                .map(Parsed::good)
                .orElseGet(() -> Parsed.bad("an absolute http or https address without user name and fragment"));
    }

    private static Optional<URI> uri(String text) {
        if (text.length() > LONGEST_WEB_ADDRESS || !WEB_ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** An empty text means that there is none. */
    static <T> Function<String, Parsed<Optional<T>>> optional(Function<String, Parsed<T>> reader) {
        return text -> text.isEmpty()
                ? Parsed.good(Optional.empty())
                : reader.apply(text).map(Optional::of);
    }

    /** One e-mail address without a name beside it; what a server accepts beyond that is for the server to say. */
    static Parsed<String> mailAddress(String text) {
        return MAIL_ADDRESS.matcher(text).matches() && text.length() <= LONGEST_MAIL_ADDRESS
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
