package dev.apikeys.keycloak.cache;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** The caches as one request sees them. */
final class ClusterKeyCache implements KeyCacheProvider {

    private final KeyCache cache;
    private final Memories memories;
    private final Invalidations invalidations;
    private final KeycloakSession session;

    ClusterKeyCache(KeycloakSession session, KeyCache cache, Memories memories) {
        this.cache = cache;
        this.memories = memories;
        this.invalidations = new Invalidations(session, cache);
        this.session = session;
    }

    /**
     * What a node remembers beside keys.
     *
     * @param node what Keycloak's caches count
     */
    record Memories(ClaimsCache claims, IssuedTokens tokens, Findings findings, Revisions.Node node) {}

    @Override
    public KeyCache cache() {
        return cache;
    }

    @Override
    public ClaimsCache claims() {
        return memories.claims();
    }

    @Override
    public IssuedTokens tokens() {
        return memories.tokens();
    }

    @Override
    public Findings findings() {
        return memories.findings();
    }

    @Override
    public Optional<Revisions> revisions() {
        return memories.node().of(session);
    }

    @Override
    public Invalidations invalidations() {
        return invalidations;
    }

    @Override
    public void close() {}
}
