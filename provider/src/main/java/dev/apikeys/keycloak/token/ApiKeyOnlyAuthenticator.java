package dev.apikeys.keycloak.token;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.authenticators.client.AbstractClientAuthenticator;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Makes "API key" selectable on the Credentials tab of a client. A client of this type has no other method: no stock
 * authenticator answers for it, and {@link KeyAlongsideSecretAuthenticator} takes its keys.
 */
public final class ApiKeyOnlyAuthenticator extends AbstractClientAuthenticator {

    static final String ID = "client-api-key";

    /** Keys are taken by {@link KeyAlongsideSecretAuthenticator}; whoever adds this to a flow gets nothing by it. */
    @Override
    public void authenticateClient(ClientAuthenticationFlowContext context) {
        context.attempted();
    }

    @Override
    public String getDisplayType() {
        return "API key";
    }

    @Override
    public String getHelpText() {
        return "The client authenticates with its API keys only, for the client credentials grant";
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public AuthenticationExecutionModel.Requirement[] getRequirementChoices() {
        return REQUIREMENT_CHOICES;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public List<ProviderConfigProperty> getConfigPropertiesPerClient() {
        return List.of();
    }

    @Override
    public Map<String, Object> getAdapterConfiguration(KeycloakSession session, ClientModel client) {
        return Map.of();
    }

    @Override
    public Set<String> getProtocolAuthenticatorMethods(String loginProtocol) {
        return Set.of();
    }

    @Override
    public String getId() {
        return ID;
    }
}
