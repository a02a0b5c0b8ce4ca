package dev.apikeys.keycloak.cache;

import org.keycloak.models.KeycloakSession;

/** The cache as one request sees it. */
final class ClusterKeyCache implements KeyCacheProvider {

    private final KeyCache cache;
    private final Invalidations invalidations;

    ClusterKeyCache(KeycloakSession session, KeyCache cache) {
        this.cache = cache;
        this.invalidations = new Invalidations(session);
    }

    @Override
    public KeyCache cache() {
        return cache;
    }

    @Override
    public Invalidations invalidations() {
        return invalidations;
    }

    @Override
    public void close() {}
}
