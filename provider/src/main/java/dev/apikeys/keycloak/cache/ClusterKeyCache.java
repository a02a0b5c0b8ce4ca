package dev.apikeys.keycloak.cache;

import org.keycloak.models.KeycloakSession;

/** The caches as one request sees it. */
final class ClusterKeyCache implements KeyCacheProvider {

    private final KeyCache cache;
    private final ClaimsCache claims;
    private final IssuedTokens tokens;
    private final Invalidations invalidations;

    ClusterKeyCache(KeycloakSession session, KeyCache cache, ClaimsCache claims, IssuedTokens tokens) {
        this.cache = cache;
        this.claims = claims;
        this.tokens = tokens;
        this.invalidations = new Invalidations(session, cache);
    }

    @Override
    public KeyCache cache() {
        return cache;
    }

    @Override
    public ClaimsCache claims() {
        return claims;
    }

    @Override
    public IssuedTokens tokens() {
        return tokens;
    }

    @Override
    public Invalidations invalidations() {
        return invalidations;
    }

    @Override
    public void close() {}
}
