package dev.apikeys.keycloak.usage;

import org.keycloak.provider.ProviderFactory;

/** Keeps what was counted between requests. */
public interface UsageProviderFactory extends ProviderFactory<UsageProvider> {}
