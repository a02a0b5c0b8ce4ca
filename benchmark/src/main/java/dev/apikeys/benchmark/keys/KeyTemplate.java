package dev.apikeys.benchmark.keys;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A request that has a key value somewhere. */
public final class KeyTemplate {

    private final byte[] request;
    private final int offset;

    private KeyTemplate(byte[] request, int offset) {
        this.request = request;
        this.offset = offset;
    }

    /** The request, in which the {@link #placeholder()} stands where the value will be. */
    public static KeyTemplate of(byte[] request) {
        int offset = new String(request, StandardCharsets.ISO_8859_1).indexOf(placeholder());
        if (offset < 0) {
            throw new IllegalArgumentException("the request has no placeholder");
        }
        return new KeyTemplate(request.clone(), offset);
    }

    /** A value that such a request can be made with. */
    public static String placeholder() {
        return "k".repeat(KeyPool.LENGTH);
    }

    /** A copy to fill in again and again. */
    byte[] buffer() {
        return Arrays.copyOf(request, request.length);
    }

    void fill(byte[] buffer, KeyPool pool, int index) {
        pool.copyTo(buffer, offset, index);
    }
}
