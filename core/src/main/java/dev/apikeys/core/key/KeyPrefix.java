package dev.apikeys.core.key;

import dev.apikeys.core.Parsed;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the keys of a realm begin, and the environment which that beginning names.
 *
 * @param value the prefix with its separator, for example {@code sk_live_}
 * @param environment the environment it names, for example {@code live}; empty when it names none
 */
public record KeyPrefix(String value, Optional<String> environment) {

    static final int LONGEST = 32;

    static final String ALLOWED = "prefix or prefix=environment: a prefix starts with a letter, has letters, digits, "
            + "'_' and '-', ends with '_' or '-' and has 2 to 32 characters; an environment has 1 to 64 letters, "
            + "digits, '_' and '-'";

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,30}[_-]");
    private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    static boolean isWellFormed(String prefix) {
        return PREFIX.matcher(prefix).matches();
    }

    /** Reads {@code sk_live_=live} or {@code cs_key_}. */
    static Parsed<KeyPrefix> parse(String text) {
        int separator = text.indexOf('=');
        String prefix = separator < 0 ? text : text.substring(0, separator);
        Optional<String> environment = separator < 0 ? Optional.empty() : Optional.of(text.substring(separator + 1));
        boolean good = isWellFormed(prefix)
                && environment.map(name -> ENVIRONMENT.matcher(name).matches()).orElse(true);
        return good ? Parsed.good(new KeyPrefix(prefix, environment)) : Parsed.bad(ALLOWED);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return environment.map(name -> value + "=" + name).orElse(value);
    }
}
