package dev.apikeys.keycloak.token;

import dev.apikeys.keycloak.directory.TokenTie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.protocol.oidc.grants.PermissionGrantType;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.CorsErrorResponseException;

/**
 * The stock UMA grant, which makes of any access token one with all roles and default scopes of its client. A token that
 * was made from a key is not taken for that; whether it is permitted something may still be asked.
 */
final class KeyAwareUmaGrant extends PermissionGrantType {

    private static final Set<String> MODES_WITHOUT_TOKEN = Set.of("decision", "permissions");

    @Override
    protected void setContext(Context grantContext) {
        super.setContext(grantContext);
        boolean asksForToken = !MODES_WITHOUT_TOKEN.contains(Objects.toString(formParams.getFirst("response_mode")));
        if (asksForToken && presented().anyMatch(this::isMadeFromKey)) {
            event.detail(Details.REASON, "A token made from an API key cannot be upgraded");
            event.error(Errors.INVALID_TOKEN);
            throw new CorsErrorResponseException(
                    cors,
                    OAuthErrorException.INVALID_GRANT,
                    "A token made from an API key cannot be upgraded",
                    Response.Status.BAD_REQUEST);
        }
    }

    private Stream<String> presented() {
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        return Stream.of(
                        authorization == null
                                ? null
                                : authorization
                                        .substring(authorization.indexOf(' ') + 1)
                                        .strip(),
                        formParams.getFirst("subject_token"),
                        formParams.getFirst("claim_token"))
                .filter(Objects::nonNull);
    }

    private boolean isMadeFromKey(String token) {
        AccessToken decoded = session.tokens().decode(token, AccessToken.class);
        return decoded != null && TokenTie.keyId(decoded).isPresent();
    }
}
