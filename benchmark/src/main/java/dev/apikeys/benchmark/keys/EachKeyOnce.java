package dev.apikeys.benchmark.keys;

import dev.apikeys.benchmark.load.Requests;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;

/** Presents the keys of a pool one after the other and none twice: the server has seen none of them before. */
public final class EachKeyOnce implements Requests {

    private static final int NONE = -1;

    private final KeyTemplate template;
    private final KeyPool pool;
    private final int mostPerConnection;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * Shared by all connections and rounds.
     *
     * @param mostPerConnection leaves keys for the rounds to come
     */
    public EachKeyOnce(KeyTemplate template, KeyPool pool, int mostPerConnection) {
        this.template = template;
        this.pool = pool;
        this.mostPerConnection = mostPerConnection;
    }

    @Override
    public Iterator<byte[]> forConnection(int connection) {
        return new Iterator<>() {
            private final byte[] buffer = template.buffer();
            private int sent;
            private int claimed = NONE;

            /** Claims the key: another connection could take the last one in between. */
            @Override
            public boolean hasNext() {
                if (claimed == NONE && sent < mostPerConnection) {
                    claimed = next.getAndIncrement();
                }
                return claimed != NONE && claimed < pool.size();
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("every key has been presented");
                }
                template.fill(buffer, pool, claimed);
                claimed = NONE;
                sent++;
                return buffer;
            }
        };
    }
}
