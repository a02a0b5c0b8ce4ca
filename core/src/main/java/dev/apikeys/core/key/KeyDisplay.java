package dev.apikeys.core.key;

/**
 * The parts of a key value by which people recognise it and which are no secret.
 *
 * @param prefix the prefix with its separator
 * @param hint the first six random characters
 * @param last the last four characters
 */
public record KeyDisplay(String prefix, String hint, String last) {

    /** For example {@code sk_live_7f9a2b…a3f1}. */
    public String text() {
        return prefix + hint + "…" + last;
    }
}
