package dev.apikeys.core;

import java.util.Optional;
import java.util.function.Function;

/**
 * The outcome of reading text that a person wrote: the value, or what would have been allowed.
 *
 * @param <T> what the text stands for
 */
public sealed interface Parsed<T> {

    /** The text was understood. */
    record Good<T>(T value) implements Parsed<T> {}

    /**
     * The text was not understood.
     *
     * @param allowed what is allowed instead, as the end of a sentence: "an IPv4 or IPv6 address"
     */
    record Bad<T>(String allowed) implements Parsed<T> {}

    static <T> Parsed<T> good(T value) {
        return new Good<>(value);
    }

    static <T> Parsed<T> bad(String allowed) {
        return new Bad<>(allowed);
    }

    /** The value, or empty when the text was not understood. */
    default Optional<T> toOptional() {
        return this instanceof Good<T> good ? Optional.of(good.value) : Optional.empty();
    }

    /** The same outcome with another value; a refusal stays the refusal it is. */
    default <R> Parsed<R> map(Function<? super T, ? extends R> mapper) {
        return then(value -> good(mapper.apply(value)));
    }

    /** Goes on reading from the value; a refusal stays the refusal it is. */
    default <R> Parsed<R> then(Function<? super T, Parsed<R>> next) {
        if (this instanceof Good<T> good) {
            return next.apply(good.value);
        }
        return bad(((Bad<T>) this).allowed);
    }
}
