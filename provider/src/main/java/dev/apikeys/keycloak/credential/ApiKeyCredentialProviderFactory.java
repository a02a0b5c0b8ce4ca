package dev.apikeys.keycloak.credential;

import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Makes keys known as a credential type. */
public final class ApiKeyCredentialProviderFactory implements CredentialProviderFactory<ApiKeyCredentialProvider> {

    @Override
    @SuppressWarnings("rawtypes") // as the SPI declares it
    public CredentialProvider create(KeycloakSession session) {
        return new ApiKeyCredentialProvider(session);
    }

    @Override
    public String getId() {
        return "api-keys-credential";
    }
}
