package dev.apikeys.keycloak.cache;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets the doors find the cache of their node. */
public final class KeyCacheSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "api-keys-cache";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return KeyCacheProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the SPI declares it
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return KeyCacheProviderFactory.class;
    }
}
