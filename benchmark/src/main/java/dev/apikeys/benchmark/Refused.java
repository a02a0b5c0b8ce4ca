package dev.apikeys.benchmark;

import dev.apikeys.benchmark.keys.KeyPool;
import dev.apikeys.benchmark.keys.KeyTemplate;
import dev.apikeys.benchmark.keys.NeverIssued;
import dev.apikeys.benchmark.keys.RandomKeys;
import dev.apikeys.benchmark.load.FixedRequests;
import dev.apikeys.benchmark.load.Requests;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * What can be presented at a door and is refused there.
 *
 * @param door makes a request of a realm and a key
 * @param foreign the same as a client that is in no key's audience
 */
record Refused(BiFunction<String, String, byte[]> door, BiFunction<String, String, byte[]> foreign) {

    private static final String OTHER_API = "other-api";
    private static final int GUESSES = 300_000;

    static Refused introspections() {
        return new Refused(HttpText::introspection, (realm, key) -> HttpText.introspectionBy(OTHER_API, realm, key));
    }

    static Refused checks() {
        return new Refused(
                (realm, key) -> HttpText.check(realm, "", key),
                (realm, key) -> HttpText.checkBy(OTHER_API, realm, key));
    }

    Requests noKey(BenchRealm realm) {
        return new FixedRequests(List.of(door.apply(realm.name(), "sk_live_guess")));
    }

    Requests wrongChecksum(BenchRealm realm) {
        return new FixedRequests(List.of(door.apply(realm.name(), "sk_live_" + "0".repeat(38))));
    }

    /** Each of them once. */
    Requests guesses(BenchRealm realm) {
        return new NeverIssued(template(realm), KeyPool.of(GUESSES, OTHER_API.hashCode()), new AtomicInteger());
    }

    /** The same few again and again. */
    Requests repeatedGuesses(BenchRealm realm) {
        return any(template(realm), KeyPool.of(realm.keys().size(), OTHER_API.length()));
    }

    Requests keysOf(BenchRealm realm) {
        return any(template(realm), realm.keys());
    }

    Requests foreignKeysOf(BenchRealm realm) {
        return any(KeyTemplate.of(foreign.apply(realm.name(), KeyTemplate.placeholder())), realm.keys());
    }

    private KeyTemplate template(BenchRealm realm) {
        return KeyTemplate.of(door.apply(realm.name(), KeyTemplate.placeholder()));
    }

    private static Requests any(KeyTemplate template, KeyPool pool) {
        return new RandomKeys(template, pool, pool.size());
    }
}
