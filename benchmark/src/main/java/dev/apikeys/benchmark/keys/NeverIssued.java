package dev.apikeys.benchmark.keys;

import dev.apikeys.benchmark.load.Requests;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Each request presents the next key of a pool that no database has, over all runs: as guesses do.
 *
 * @param next counts the guesses so far
 */
public record NeverIssued(KeyTemplate template, KeyPool pool, AtomicInteger next) implements Requests {

    @Override
    public Iterator<byte[]> forConnection(int connection) {
        byte[] buffer = template.buffer();
        return Stream.generate(() -> {
                    template.fill(buffer, pool, Math.floorMod(next.getAndIncrement(), pool.size()));
                    return buffer;
                })
                .iterator();
    }
}
