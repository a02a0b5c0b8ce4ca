package dev.apikeys.core.verify;

import dev.apikeys.core.model.ApiKey;

/** Where clients and subjects are looked up. */
@FunctionalInterface
public interface Directory {

    Principal principalOf(ApiKey key);
}
