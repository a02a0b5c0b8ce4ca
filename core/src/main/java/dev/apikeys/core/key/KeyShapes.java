package dev.apikeys.core.key;

import java.util.regex.Pattern;

/**
 * Which values a realm looks up at all: those of our own shape, and where it accepts keys of other systems, what may be
 * one of theirs. Everything else is refused before any cache or database is asked.
 *
 * @param prefixes how keys of the realm begin; what begins so is held to our own shape
 * @param acceptForeign whether keys made by another system may be used
 */
public record KeyShapes(KeyPrefixes prefixes, boolean acceptForeign) {

    static final int SHORTEST_FOREIGN = 8;
    static final int LONGEST_FOREIGN = 512;

    /** Printable ASCII without spaces: what fits into a header field and an HTTP Basic secret alike. */
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]{" + SHORTEST_FOREIGN + "," + LONGEST_FOREIGN + "}");

    /** Three parts signed, five parts encrypted (RFC 7515 §7.1, RFC 7516 §7.1); the first is a JSON object. */
    private static final Pattern JWT = Pattern.compile("ey[A-Za-z0-9_-]*(?:(?:\\.[A-Za-z0-9_-]*){2}){1,2}");

    /** Whether the value can be a key's, so that it is worth a look. */
    public boolean canBeKey(KeyValue value) {
        return isOwn(value) || canBeForeign(value);
    }

    /** Whether the value is a key's, or was meant to be: our own shape whatever the prefix, or a prefix of the realm. */
    public boolean looksLikeKey(KeyValue value) {
        return isOwn(value) || prefixes.claims(value) || canBeForeign(value);
    }

    /**
     * Whether the value can be a key's under any settings: a key that was imported is ended before the realm accepts foreign ones, and one
     * that begins like ours without being of our shape before the prefixes change.
     */
    public boolean canEverBeKey(KeyValue value) {
        return isOwn(value) || isForeign(value);
    }

    /** Whether the value has our own shape and checksum. */
    public boolean isOwn(KeyValue value) {
        return KeyFormat.parse(value).isPresent();
    }

    private boolean canBeForeign(KeyValue value) {
        return acceptForeign && !prefixes.claims(value) && isForeign(value);
    }

    private static boolean isForeign(KeyValue value) {
        return PRINTABLE.matcher(value.reveal()).matches()
                && !JWT.matcher(value.reveal()).matches();
    }
}
