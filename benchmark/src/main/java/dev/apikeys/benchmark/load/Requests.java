package dev.apikeys.benchmark.load;

import java.util.Iterator;

/** What a variant sends. */
public interface Requests {

    /** The requests of one connection, without end or until there are no more; each is good until the next one. */
    Iterator<byte[]> forConnection(int connection);
}
