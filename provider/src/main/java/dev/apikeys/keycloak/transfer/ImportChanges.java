package dev.apikeys.keycloak.transfer;

import dev.apikeys.core.model.ApiKey;

/** Hears of keys that were here already and that an import changes, in the transaction of the change. */
@FunctionalInterface
public interface ImportChanges {

    /** The key is so now, and was not before. */
    void changed(ApiKey key);
}
