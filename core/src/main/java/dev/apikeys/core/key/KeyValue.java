package dev.apikeys.core.key;

import java.util.Objects;

/**
 * The plaintext of a key. It cannot be printed, logged or serialised by accident: {@link #reveal()} is the only way to
 * the text, and its callers are few enough to be read.
 */
public final class KeyValue {

    private final String plaintext;

    private KeyValue(String plaintext) {
        this.plaintext = plaintext;
    }

    /** Wraps what a caller presented; any text will do. */
    public static KeyValue of(String plaintext) {
        return new KeyValue(Objects.requireNonNull(plaintext));
    }

    /** The text itself: to hash it, or to hand it to its owner once. */
    public String reveal() {
        return plaintext;
    }

    @Override
    public String toString() {
        return "KeyValue(hidden)";
    }
}
