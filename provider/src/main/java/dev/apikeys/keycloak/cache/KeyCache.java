package dev.apikeys.keycloak.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.model.ApiKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys that this node has seen lately, and the values of which it knows that they are no key's. Both are bounded in
 * number and age. A node that may be cut off from the others, and so may miss an invalidation, forgets everything every
 * few seconds.
 *
 * <p>A load that started before an invalidation must not leave behind what it read: each invalidation counts up a slot,
 * and a load whose slot has moved takes its entry out again.
 */
public final class KeyCache {

    /** How long anything is believed while this node may be cut off. */
    static final Duration DOUBTFUL_LIFE = Duration.ofSeconds(10);

    /** How long a node may be cut off without knowing any more. */
    static final Duration DOUBT = Duration.ofHours(1);

    private static final Duration UNKNOWN_LIFE = Duration.ofSeconds(60);
    private static final int SLOTS = 4096;
    private static final int UNPACKED = 10_000;

    private final Cache<Fingerprint, byte[]> known;
    private final Cache<Fingerprint, String> unknown;

    /** The last keys that were asked for as objects, by the very bytes that are remembered of them. */
    private final Cache<byte[], ApiKey> unpacked =
            Caffeine.newBuilder().weakKeys().maximumSize(UNPACKED).build();

    private final AtomicLongArray invalidations = new AtomicLongArray(SLOTS);
    private final Doubt doubt;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /**
     * An empty cache.
     *
     * @param entries how many keys at most
     * @param unknownEntries how many values at most that are no key's
     * @param life how long a key is believed
     */
    public KeyCache(long entries, long unknownEntries, Duration life, Ticker ticker) {
        this.known = Caffeine.newBuilder()
                .maximumSize(entries)
                .expireAfterWrite(life)
                .ticker(ticker)
                .build();
        this.unknown = Caffeine.newBuilder()
                .maximumSize(unknownEntries)
                .expireAfterWrite(UNKNOWN_LIFE)
                .ticker(ticker)
                .build();
        this.doubt = new Doubt(DOUBT, DOUBTFUL_LIFE, ticker);
    }

    /** The key of the realm that has a value with the hash, loaded when it is not remembered. */
    public Optional<ApiKey> get(String realmId, KeyHash hash, Supplier<Optional<ApiKey>> loader) {
        if (doubt.isDue()) {
            invalidateAll();
        }
        Fingerprint fingerprint = Fingerprint.of(hash);
        Optional<ApiKey> remembered = remembered(fingerprint, realmId, hash);
        if (remembered.isPresent()) {
            hits.increment();
            return remembered;
        }
        String miss = realmId + hash.hex();
        if (miss.equals(unknown.getIfPresent(fingerprint))) {
            hits.increment();
            return Optional.empty();
        }
        misses.increment();
        long before = invalidations.get(fingerprint.slot(SLOTS));
        Optional<ApiKey> loaded = loader.get();
        loaded.ifPresentOrElse(
                key -> known.put(fingerprint, PackedKey.pack(key)), () -> unknown.put(fingerprint, miss));
        if (invalidations.get(fingerprint.slot(SLOTS)) != before) {
            forget(fingerprint);
        }
        return loaded;
    }

    /** How many questions were answered from memory so far. */
    public long hits() {
        return hits.sum();
    }

    /** How many questions went to the loader so far. */
    public long misses() {
        return misses.sum();
    }

    private Optional<ApiKey> remembered(Fingerprint fingerprint, String realmId, KeyHash hash) {
        byte @Nullable [] packed = known.getIfPresent(fingerprint);
        return Optional.ofNullable(packed)
                .map(bytes -> unpacked.get(bytes, PackedKey::unpack))
                .filter(key -> key.owner().realmId().equals(realmId))
                .filter(key -> key.secret(hash).isPresent());
    }

    void invalidate(Fingerprint fingerprint) {
        invalidations.incrementAndGet(fingerprint.slot(SLOTS));
        forget(fingerprint);
    }

    /** The cluster lost a node, or this node lost the cluster. */
    void doubt() {
        doubt.begin();
    }

    /** Nodes found each other again: what this one missed is forgotten. */
    void trust() {
        doubt.end();
        invalidateAll();
    }

    /** Forgets everything, after changes of unknown extent. */
    void invalidateAll() {
        for (int slot = 0; slot < SLOTS; slot++) {
            invalidations.incrementAndGet(slot);
        }
        known.invalidateAll();
        unknown.invalidateAll();
    }

    private void forget(Fingerprint fingerprint) {
        known.invalidate(fingerprint);
        unknown.invalidate(fingerprint);
    }
}
