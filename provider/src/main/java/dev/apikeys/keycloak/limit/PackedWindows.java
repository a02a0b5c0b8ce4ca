package dev.apikeys.keycloak.limit;

import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.limit.Window;
import dev.apikeys.core.limit.Windows;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Windows and limits as bytes, as they lie in the cache and travel between nodes. */
final class PackedWindows {

    private static final int WINDOW = 3 * Long.BYTES;
    private static final int LIMIT = 2 * Long.BYTES;

    private PackedWindows() {}

    static byte[] pack(Windows windows) {
        ByteBuffer packed = ByteBuffer.allocate(windows.windows().size() * WINDOW);
        for (Window window : windows.windows()) {
            packed.putLong(window.length()).putLong(window.start()).putLong(window.used());
        }
        return packed.array();
    }

    static Windows unpack(byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        List<Window> windows = new ArrayList<>(bytes.length / WINDOW);
        while (packed.hasRemaining()) {
            windows.add(new Window(packed.getLong(), packed.getLong(), packed.getLong()));
        }
        return new Windows(windows);
    }

    static byte[] packLimits(List<RateLimit> limits) {
        ByteBuffer packed = ByteBuffer.allocate(limits.size() * LIMIT);
        for (RateLimit limit : limits) {
            packed.putLong(limit.count()).putLong(limit.window().toSeconds());
        }
        return packed.array();
    }

    static List<RateLimit> unpackLimits(byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        List<RateLimit> limits = new ArrayList<>(bytes.length / LIMIT);
        while (packed.hasRemaining()) {
            limits.add(new RateLimit(packed.getLong(), Duration.ofSeconds(packed.getLong())));
        }
        return limits;
    }
}
