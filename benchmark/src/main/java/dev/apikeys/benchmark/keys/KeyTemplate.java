package dev.apikeys.benchmark.keys;

import java.util.Arrays;

/** A request that ends with a key value. */
public final class KeyTemplate {

    private final byte[] request;

    private KeyTemplate(byte[] request) {
        this.request = request;
    }

    /** The request whose last bytes are a value of the usual length, whichever. */
    public static KeyTemplate endingWithKey(byte[] request) {
        return new KeyTemplate(request.clone());
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
        pool.copyTo(buffer, buffer.length - KeyPool.LENGTH, index);
    }
}
