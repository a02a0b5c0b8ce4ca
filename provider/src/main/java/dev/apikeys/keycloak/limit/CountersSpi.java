package dev.apikeys.keycloak.limit;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets the doors find the counters. */
public final class CountersSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "api-keys-counters";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return CountersProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the SPI declares it
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return CountersProviderFactory.class;
    }
}
