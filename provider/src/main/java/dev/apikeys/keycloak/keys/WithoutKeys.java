package dev.apikeys.keycloak.keys;

import dev.apikeys.core.Violation;
import dev.apikeys.core.key.KeyFormat;
import dev.apikeys.core.key.KeyValue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What was refused, to be told: a key that stands where it does not belong is not repeated, nor is one that was damaged. */
public final class WithoutKeys {

    private static final String INSTEAD = "an API key";

    /** What a key can be told apart by from what stands around it. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9_-]+");

    /** What is secret of a key, whatever has become of its prefix. */
    private static final Pattern LONG_RUN = Pattern.compile("[A-Za-z0-9]{38,}");

    /** Fewer different characters than any key has that is made by chance. */
    private static final int VARIED = 10;

    private WithoutKeys() {}

    /** The same violation, with a field and a value that have no key in them. */
    public static Violation of(Violation violation) {
        return new Violation(of(violation.field()), of(violation.value()), violation.allowed());
    }

    /** The same text, or that there was a key in it. */
    public static String of(String text) {
        return isIn(text) ? INSTEAD : text;
    }

    /** Whether there is a key in the text, or what looks like the secret part of one. */
    public static boolean isIn(String text) {
        return LONG_RUN.matcher(text).results().map(MatchResult::group).anyMatch(WithoutKeys::isVaried)
                || hasWholeKey(text);
    }

    /** Whether there is a key in the text without any doubt, by its checksum. */
    static boolean hasWholeKey(String text) {
        return BETWEEN_WORDS.splitAsStream(text).anyMatch(word -> KeyFormat.parse(KeyValue.of(word))
                .isPresent());
    }

    private static boolean isVaried(String run) {
        return run.chars().distinct().count() >= VARIED;
    }
}
