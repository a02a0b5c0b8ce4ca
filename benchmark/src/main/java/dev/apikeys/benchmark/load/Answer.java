package dev.apikeys.benchmark.load;

import java.nio.charset.StandardCharsets;

/**
 * A status and the part of a buffer that holds the body.
 *
 * @param buffer belongs to the connection and changes with the next answer
 */
@SuppressWarnings("ArrayRecordComponent") // a view that is never compared
public record Answer(int status, byte[] buffer, int from, int end) {

    private static final int SHOWN = 300;

    /** Whether the status is this and the body contains that. */
    public boolean has(int wanted, byte[] sought) {
        return status == wanted && Ascii.contains(buffer, from, end, sought);
    }

    /** The whole body. */
    public String body() {
        return new String(buffer, from, end - from, StandardCharsets.UTF_8);
    }

    /** For messages. */
    public String text() {
        return status + " " + new String(buffer, from, Math.min(end - from, SHOWN), StandardCharsets.UTF_8);
    }
}
