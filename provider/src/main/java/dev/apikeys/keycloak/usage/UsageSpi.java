package dev.apikeys.keycloak.usage;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets the doors find what counts. */
public final class UsageSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "api-keys-usage";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return UsageProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the SPI declares it
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return UsageProviderFactory.class;
    }
}
