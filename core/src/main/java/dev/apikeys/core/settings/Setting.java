package dev.apikeys.core.settings;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.Violation;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that a realm can lay down for its keys.
 *
 * @param name the name in JSON; the realm attribute is the same words in kebab case behind {@code api-keys.}
 * @param defaultText what holds when the attribute is absent, as it would be written
 * @param reader reads the text of the attribute
 * @param <T> what the text stands for
 */
public record Setting<T>(String name, String defaultText, Function<String, Parsed<T>> reader) {

    static final String ATTRIBUTE_PREFIX = "api-keys.";

    /** The realm attribute, for example {@code api-keys.max-active-per-client}. */
    public String attribute() {
        StringBuilder attribute = new StringBuilder(ATTRIBUTE_PREFIX);
        name.chars().forEach(c -> {
            if (Character.isUpperCase(c)) {
                attribute.append('-');
            }
            attribute.append((char) Character.toLowerCase(c));
        });
        return attribute.toString();
    }

    /** Reads text that somebody wrote. */
    public Parsed<T> read(String text) {
        return reader.apply(text);
    }

    /** What the text stands for, or the default when it cannot be read. */
    public T readOrDefault(String text) {
        return read(text.strip()).toOptional().orElseGet(this::defaultValue);
    }

    /** What is wrong with the text of the attribute; empty when it can be read. */
    public Optional<Violation> violation(String text) {
        return read(text.strip()) instanceof Parsed.Bad<T> bad
                ? Optional.of(new Violation(attribute(), text, bad.allowed()))
                : Optional.empty();
    }

    /** What holds when nothing, or nothing that can be read, was written. */
    public T defaultValue() {
        return read(defaultText).toOptional().orElseThrow();
    }
}
