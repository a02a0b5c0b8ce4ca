package dev.apikeys.keycloak.cache;

import java.util.Optional;
import org.keycloak.provider.Provider;

/** Leads to the caches of this node, and to the other nodes. */
public interface KeyCacheProvider extends Provider {

    /** The keys that this node remembers. */
    KeyCache cache();

    /** The claims that this node remembers. */
    ClaimsCache claims();

    /** The tokens that this node has signed lately. */
    IssuedTokens tokens();

    /** What this node has found out through Keycloak's own caches. */
    Findings findings();

    /** What Keycloak's own caches have heard of; empty where they are switched off, and nothing may be remembered. */
    Optional<Revisions> revisions();

    /** What this transaction changes: it is told to all nodes after the commit and before the answer is written. */
    Invalidations invalidations();
}
