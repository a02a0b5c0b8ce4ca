package dev.apikeys.keycloak.cache;

import org.keycloak.provider.ProviderFactory;

/** Keeps what a node remembers between requests. */
public interface KeyCacheProviderFactory extends ProviderFactory<KeyCacheProvider> {}
