package dev.apikeys.benchmark.load;

import java.nio.charset.StandardCharsets;

/**
 * A status and the part of a buffer that holds the body.
 *
 * @param buffer belongs to the connection and changes with the next answer
 */
@SuppressWarnings("ArrayRecordComponent") // a view that is never compared
record Answer(int status, byte[] buffer, int from, int end) {

    private static final int SHOWN = 300;

    boolean has(byte[] sought) {
        return status == 200 && Ascii.contains(buffer, from, end, sought);
    }

    /** For messages. */
    String text() {
        return status + " " + new String(buffer, from, Math.min(end - from, SHOWN), StandardCharsets.UTF_8);
    }
}
