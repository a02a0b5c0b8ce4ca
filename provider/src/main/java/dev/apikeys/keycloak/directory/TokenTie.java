package dev.apikeys.keycloak.directory;

import dev.apikeys.core.verify.Verdict.Found;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.encode.AccessTokenContext;
import org.keycloak.protocol.oidc.encode.TokenContextEncoderProvider;
import org.keycloak.representations.AccessToken;

/** Ties a token to the key it was made from: the token names the key, never outlives it and never means more than it says. */
public final class TokenTie {

    private static final String API_KEY_ID = "api_key_id";
    private static final String API_KEY_SCOPE = "api_key_scope";

    private TokenTie() {}

    /**
     * Names the key in the token and ends the token with the key at the latest.
     *
     * @param scopes names of the client scopes that the token was made of
     */
    public static void tie(AccessToken token, Found found, Set<String> scopes, KeycloakSession session) {
        token.setOtherClaims(API_KEY_ID, found.key().id());
        if (!scopes.equals(scopes(token))) {
            token.setOtherClaims(API_KEY_SCOPE, String.join(" ", new TreeSet<>(scopes)));
        }
        end(found)
                .filter(end -> token.getExp() == null || token.getExp() > end.getEpochSecond())
                .ifPresent(end -> token.exp(end.getEpochSecond()));
        keepFromGainingRoles(token, session.getProvider(TokenContextEncoderProvider.class));
    }

    /**
     * Keycloak's own resources give a token all roles of its subject when it has neither a session nor roles, or calls
     * itself lightweight ({@code AuthenticationManager.resolveLightweightAccessTokenRoles}), and since 26.7.4 the admin
     * API does so in any case. Therefore the token says that it has no roles, and its id names the grant that Keycloak
     * asks there whether it may be used: {@code OAuth2GrantType.isTokenAllowed} of the client credentials grant.
     */
    private static void keepFromGainingRoles(AccessToken token, TokenContextEncoderProvider encoder) {
        if (token.getRealmAccess() == null) {
            token.setRealmAccess(new AccessToken.Access().roles(Set.of()));
        }
        token.id(encoder.encodeTokenId(new AccessTokenContext(
                AccessTokenContext.SessionType.TRANSIENT,
                AccessTokenContext.TokenType.REGULAR,
                OAuth2Constants.CLIENT_CREDENTIALS,
                encoder.getTokenContextFromTokenId(token.getId()).getRawTokenId())));
    }

    /** Names the key again in what the token introspects to. */
    static void repeat(AccessToken token, AccessToken introspected) {
        keyId(token).ifPresent(id -> introspected.setOtherClaims(API_KEY_ID, id));
    }

    /** The id of the key that the token was made from; empty when it was not made from one. */
    public static Optional<String> keyId(AccessToken token) {
        return Optional.ofNullable(token.getOtherClaims().get(API_KEY_ID)).map(Object::toString);
    }

    /** Names of the client scopes that the token was made of, those included that its scope claim does not show. */
    static Set<String> scopes(AccessToken token) {
        return Optional.ofNullable(token.getOtherClaims().get(API_KEY_SCOPE))
                .map(Object::toString)
                .or(() -> Optional.ofNullable(token.getScope()))
                .stream()
                .flatMap(text -> Arrays.stream(text.split(" ")))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** When the presented value is no longer good; empty when it has no end. */
    public static Optional<Instant> end(Found found) {
        return Stream.of(found.key().lifecycle().expiresAt(), found.secret().validUntil())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}
