package dev.apikeys.benchmark.traffic;

import java.util.SplittableRandom;

/** The bytes of the requests that operations consist of. */
public interface Wire {

    /** The value of a key that nobody revokes and whose limit is never reached. */
    String lastingKey(SplittableRandom random);

    byte[] introspect(String key);

    byte[] check(String key);

    /** Makes a key with this limit. */
    byte[] create(String limit);

    byte[] revoke(String id);

    byte[] list();

    byte[] usage(String id);
}
