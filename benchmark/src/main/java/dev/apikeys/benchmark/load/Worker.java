package dev.apikeys.benchmark.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** One connection at work. */
final class Worker implements AutoCloseable {

    private final Variant variant;
    private final RawConnection connection;
    private final Iterator<byte[]> requests;
    private final byte[] expected;

    Worker(Variant variant, RawConnection connection, int index) {
        this.variant = variant;
        this.connection = connection;
        this.requests = variant.requests().forConnection(index);
        this.expected = variant.expected().getBytes(StandardCharsets.UTF_8);
    }

    /** Sends until {@code end}, in the time of {@link System#nanoTime()}. */
    Load run(long end) throws IOException {
        Load load = Load.nothing();
        long sent = System.nanoTime();
        while (sent < end && requests.hasNext()) {
            Answer answer = connection.exchange(requests.next());
            if (!answer.has(variant.status(), expected)) {
                throw new IOException("'" + variant.name() + "' expected " + variant.status() + " with "
                        + variant.expected() + " and was answered " + answer.text());
            }
            long received = System.nanoTime();
            load.count(received - sent);
            sent = received;
        }
        return load;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
