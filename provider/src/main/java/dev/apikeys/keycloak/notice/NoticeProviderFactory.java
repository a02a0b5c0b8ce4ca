package dev.apikeys.keycloak.notice;

import org.keycloak.provider.ProviderFactory;

/** Sends what is waiting. */
public interface NoticeProviderFactory extends ProviderFactory<NoticeProvider> {}
