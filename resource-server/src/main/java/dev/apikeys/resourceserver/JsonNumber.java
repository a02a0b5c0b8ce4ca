package dev.apikeys.resourceserver;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as RFC 8259 §6 has them, of a length that somebody might write. */
final class JsonNumber {

    private static final int LONGEST = 100;
    private static final int MOST_DIGITS_OF_A_LONG = 18;
    private static final Pattern FORM = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1," + MOST_DIGITS_OF_A_LONG + "}");

    private JsonNumber() {}

    /** The number's text at this position; empty when there is none, or one that is too long. */
    static Optional<String> at(String text, int position) {
        Matcher number = FORM.matcher(text).region(position, Math.min(text.length(), position + LONGEST + 1));
        return number.lookingAt() && number.group().length() <= LONGEST
                ? Optional.of(number.group())
                : Optional.empty();
    }

    /** A {@link Long} if it is written as one, else a {@link BigDecimal}. */
    static Object value(String number) {
        return WHOLE.matcher(number).matches() ? (Object) Long.valueOf(number) : new BigDecimal(number);
    }
}
