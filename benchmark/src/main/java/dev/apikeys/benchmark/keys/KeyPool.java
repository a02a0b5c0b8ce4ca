package dev.apikeys.benchmark.keys;

import dev.apikeys.core.key.KeyFormat;
import dev.apikeys.core.key.KeyPrefix;
import dev.apikeys.core.key.KeyValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Key values side by side in one array, so that a million of them neither fill the heap nor cost time to send. */
public final class KeyPool {

    /** As long as every value with the default prefix. */
    static final int LENGTH = "sk_live_".length() + 32 + 6;

    private static final KeyPrefix PREFIX = new KeyPrefix("sk_live_", Optional.of("live"));

    private final byte[] values;

    private KeyPool(byte[] values) {
        this.values = values;
    }

    /** So many values, the same ones for the same seed. */
    public static KeyPool of(int count, long seed) {
        RepeatableRandom random = new RepeatableRandom(seed);
        byte[] values = new byte[count * LENGTH];
        for (int i = 0; i < count; i++) {
            byte[] value = KeyFormat.mint(PREFIX, random).reveal().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(value, 0, values, i * LENGTH, LENGTH);
        }
        return new KeyPool(values);
    }

    public int size() {
        return values.length / LENGTH;
    }

    /** One of them. */
    public KeyValue value(int index) {
        return KeyValue.of(new String(values, index * LENGTH, LENGTH, StandardCharsets.US_ASCII));
    }

    void copyTo(byte[] target, int offset, int index) {
        System.arraycopy(values, index * LENGTH, target, offset, LENGTH);
    }
}
