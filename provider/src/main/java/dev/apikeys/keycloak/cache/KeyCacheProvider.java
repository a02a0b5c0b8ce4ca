package dev.apikeys.keycloak.cache;

import org.keycloak.provider.Provider;

/** Leads to the caches of this node, and to the other nodes. */
public interface KeyCacheProvider extends Provider {

    /** The keys that this node remembers. */
    KeyCache cache();

    /** The claims that this node remembers. */
    ClaimsCache claims();

    /** The tokens that this node has signed lately. */
    IssuedTokens tokens();

    /** What this transaction changes: it is told to all nodes after the commit and before the answer is written. */
    Invalidations invalidations();
}
