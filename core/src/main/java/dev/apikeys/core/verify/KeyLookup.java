package dev.apikeys.core.verify;

import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.key.KeyShapes;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeySecret;
import java.util.Optional;

/**
 * Which key a value belongs to: the one way in which all doors find out.
 *
 * @param shapes which values are looked up at all
 * @param keys where
 */
public record KeyLookup(KeyShapes shapes, KeyStore keys) {

    /**
     * A key and that of its values which was shown.
     *
     * @param key whatever its status
     * @param secret current or replaced
     */
    public record Match(ApiKey key, KeySecret secret) {}

    /** Empty for a value that is none of ours; one that cannot be a key is looked up nowhere. */
    public Optional<Match> find(KeyValue value) {
        if (!shapes.canBeKey(value)) {
            return Optional.empty();
        }
        KeyHash hash = KeyHash.of(value);
        return keys.findByHash(hash).flatMap(key -> key.secret(hash).map(secret -> new Match(key, secret)));
    }
}
