package dev.apikeys.keycloak.limit;

import org.keycloak.provider.ProviderFactory;

/** Keeps the counters between requests. */
public interface CountersProviderFactory extends ProviderFactory<CountersProvider> {}
