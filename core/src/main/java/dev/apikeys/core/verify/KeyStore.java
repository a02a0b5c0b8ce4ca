package dev.apikeys.core.verify;

import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.model.ApiKey;
import java.util.Optional;

/** Where keys are found: the keys of one realm. */
@FunctionalInterface
public interface KeyStore {

    /** The key one of whose values has the hash, whatever its status. */
    Optional<ApiKey> findByHash(KeyHash hash);
}
