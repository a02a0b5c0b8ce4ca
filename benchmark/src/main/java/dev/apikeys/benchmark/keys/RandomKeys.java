package dev.apikeys.benchmark.keys;

import dev.apikeys.benchmark.load.Requests;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Each request presents another key of the first {@code count} of a pool, all of them equally often.
 *
 * @param count 1 for one hot key
 */
public record RandomKeys(KeyTemplate template, KeyPool pool, int count) implements Requests {

    @Override
    public Iterator<byte[]> forConnection(int connection) {
        SplittableRandom random = new SplittableRandom(connection);
        byte[] buffer = template.buffer();
        return Stream.generate(() -> {
                    template.fill(buffer, pool, random.nextInt(count));
                    return buffer;
                })
                .iterator();
    }
}
