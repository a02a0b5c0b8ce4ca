package dev.apikeys.core.settings;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.Violation;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that a realm or a client can lay down for its keys. Settings are asked for at every check, so the last text that
 * was read is remembered with what it stands for.
 *
 * @param <T> what the text stands for
 */
public final class Setting<T> {

    static final String ATTRIBUTE_PREFIX = "api-keys.";

    private final String name;
    private final String attribute;
    private final Function<String, Parsed<T>> reader;
    private final T defaultValue;
    private volatile Reading<T> last;

    /**
     * @param name the name in JSON; the attribute is the same words in kebab case behind {@code api-keys.}
     * @param defaultText what holds when the attribute is absent, as it would be written
     * @param reader reads the text of the attribute
     */
    public Setting(String name, String defaultText, Function<String, Parsed<T>> reader) {
        this.name = name;
        this.attribute = ATTRIBUTE_PREFIX + kebabCase(name);
        this.reader = reader;
        this.defaultValue = reader.apply(defaultText).toOptional().orElseThrow();
        this.last = new Reading<>(defaultText, defaultValue);
    }

    private record Reading<T>(String text, T value) {}

    private static String kebabCase(String name) {
        StringBuilder words = new StringBuilder();
        name.chars().forEach(c -> {
            if (Character.isUpperCase(c)) {
                words.append('-');
            }
            words.append((char) Character.toLowerCase(c));
        });
        return words.toString();
    }

    /** The name in JSON, for example {@code maxActivePerClient}. */
    public String name() {
        return name;
    }

    /** The attribute, for example {@code api-keys.max-active-per-client}. */
    public String attribute() {
        return attribute;
    }

    /** Reads text that somebody wrote. */
    public Parsed<T> read(String text) {
        return reader.apply(text);
    }

    /** What the text stands for, or the default when it cannot be read. */
    public T readOrDefault(String text) {
        Reading<T> reading = last;
        if (!reading.text().equals(text)) {
            reading = new Reading<>(text, read(text.strip()).toOptional().orElse(defaultValue));
            last = reading;
        }
        return reading.value();
    }

    /** What is wrong with the text of the attribute; empty when it can be read. */
    public Optional<Violation> violation(String text) {
        return read(text.strip()) instanceof Parsed.Bad<T> bad
                ? Optional.of(new Violation(attribute, text, bad.allowed()))
                : Optional.empty();
    }

    /** What holds when nothing, or nothing that can be read, was written. */
    public T defaultValue() {
        return defaultValue;
    }
}
