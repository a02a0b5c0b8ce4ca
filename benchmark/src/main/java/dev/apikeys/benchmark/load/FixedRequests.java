package dev.apikeys.benchmark.load;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A few requests in turn; each connection starts at another one.
 *
 * @param all at least one
 */
public record FixedRequests(List<byte[]> all) implements Requests {

    public FixedRequests {
        all = List.copyOf(all);
    }

    @Override
    public Iterator<byte[]> forConnection(int connection) {
        return Stream.iterate(connection, i -> i + 1)
                .map(i -> all.get(i % all.size()))
                .iterator();
    }
}
