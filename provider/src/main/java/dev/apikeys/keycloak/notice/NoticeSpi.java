package dev.apikeys.keycloak.notice;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets the doors find who tells owners of keys. */
public final class NoticeSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "api-keys-notice";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return NoticeProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the SPI declares it
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return NoticeProviderFactory.class;
    }
}
