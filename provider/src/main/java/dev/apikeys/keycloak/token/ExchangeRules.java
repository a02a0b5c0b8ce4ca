package dev.apikeys.keycloak.token;

import dev.apikeys.keycloak.keys.WithoutKeys;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.TokenExchangeContext;

/** Who may exchange keys, and for what: the rules of Keycloak's standard token exchange. */
final class ExchangeRules {

    private ExchangeRules() {}

    /** The first rule that the request breaks. */
    static Optional<String> violation(TokenExchangeContext context) {
        if (context.getClient().isPublicClient()) {
            return Optional.of("Public client is not allowed to exchange token");
        }
        if (!OIDCAdvancedConfigWrapper.fromClientModel(context.getClient()).isStandardTokenExchangeEnabled()) {
            return Optional.of("Standard token exchange is not enabled for the requested client");
        }
        if (context.getParams().getSubjectToken() == null) {
            return Optional.of("Parameter 'subject_token' is required");
        }
        String wanted = context.getParams().getRequestedTokenType();
        if (wanted != null && !wanted.equals(OAuth2Constants.ACCESS_TOKEN_TYPE)) {
            return Optional.of("requested_token_type: '" + WithoutKeys.of(wanted)
                    + "' is not allowed for an API key; allowed: " + OAuth2Constants.ACCESS_TOKEN_TYPE);
        }
        return Stream.of(
                        OAuth2Constants.REQUESTED_SUBJECT,
                        OAuth2Constants.REQUESTED_ISSUER,
                        OAuth2Constants.SUBJECT_ISSUER,
                        OAuth2Constants.ACTOR_TOKEN)
                .filter(context.getFormParams()::containsKey)
                .map(name -> "Parameter '" + name + "' is not supported for API keys")
                .findFirst();
    }
}
