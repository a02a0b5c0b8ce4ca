package dev.apikeys.it.faults;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The keys that are asked about.
 *
 * @param lasting without limits
 * @param untouched good ones that nobody asks about before the fault
 * @param limited may be used {@link #LIMIT} times in an hour
 * @param revoked before the fault
 */
record StormKeys(List<NewKey> lasting, List<NewKey> untouched, NewKey limited, NewKey revoked) {

    static final int LIMIT = 200;

    private static final int LASTING = 20;
    private static final int UNTOUCHED = 10;

    static StormKeys in(TestRealm realm) {
        Keys keys = new Keys(realm);
        NewKey revoked = keys.create();
        keys.act(revoked, "revoke");
        return new StormKeys(
                unlimited(keys, LASTING),
                unlimited(keys, UNTOUCHED),
                keys.create(Map.of("limits", List.of(LIMIT + "/hour"))),
                revoked);
    }

    private static List<NewKey> unlimited(Keys keys, int count) {
        return Stream.generate(() -> keys.create(Map.of("limits", List.of())))
                .limit(count)
                .toList();
    }
}
