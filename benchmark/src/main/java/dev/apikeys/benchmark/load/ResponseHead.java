package dev.apikeys.benchmark.load;

import java.io.IOException;

/**
 * What is needed of a status line and headers.
 *
 * @param end where the body begins in the buffer
 * @param length of the body; 0 when it is chunked
 */
record ResponseHead(int status, int end, int length, boolean chunked) {

    private static final int STATUS_START = "HTTP/1.1 ".length();
    private static final String LENGTH = "content-length:";
    private static final String ENCODING = "transfer-encoding:";

    static ResponseHead read(byte[] buffer, int end) throws IOException {
        int status = Ascii.decimal(buffer, STATUS_START, STATUS_START + 3);
        for (int at = Ascii.after(buffer, '\n', STATUS_START, end);
                at < end - 2;
                at = Ascii.after(buffer, '\n', at, end)) {
            if (Ascii.startsWith(buffer, at, LENGTH)) {
                int lineEnd = Ascii.after(buffer, '\n', at, end) - 2;
                return new ResponseHead(status, end, Ascii.decimal(buffer, at + LENGTH.length(), lineEnd), false);
            }
            if (Ascii.startsWith(buffer, at, ENCODING)) {
                return new ResponseHead(status, end, 0, true);
            }
        }
        if (status == 204 || status == 304) {
            return new ResponseHead(status, end, 0, false);
        }
        throw new IOException("An answer with status " + status + " says neither its length nor that it is chunked");
    }
}
