package dev.apikeys.keycloak.cache;

import org.keycloak.provider.Provider;

/** Leads to the cache of this node, and to the other nodes. */
public interface KeyCacheProvider extends Provider {

    /** The cache of this node. */
    KeyCache cache();

    /** What this transaction changes: it is told to all nodes after the commit and before the answer is written. */
    Invalidations invalidations();
}
