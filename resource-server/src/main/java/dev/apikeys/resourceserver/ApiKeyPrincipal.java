package dev.apikeys.resourceserver;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as Keycloak says: the principal of the {@code SecurityContext}, and the request property
 * {@link #PROPERTY}.
 *
 * @param subject the claim {@code sub}
 * @param clientId the client whose key it is
 * @param username the user or service account
 * @param scopes what the key may do
 * @param keyId the key's id; empty for a token that is no key
 * @param keyName the name its owner gave it
 * @param environment such as {@code live}
 * @param metadata what its owner attached to it, as maps, lists, strings, numbers, booleans and nulls
 * @param attributes all claims of the introspection answer, in the same form
 */
public record ApiKeyPrincipal(
        Optional<String> subject,
        Optional<String> clientId,
        Optional<String> username,
        Set<String> scopes,
        Optional<String> keyId,
        Optional<String> keyName,
        Optional<String> environment,
        Map<String, @Nullable Object> metadata,
        Map<String, @Nullable Object> attributes)
        implements Principal {

    /** The request property under which the filter leaves the principal. */
    public static final String PROPERTY = "dev.apikeys.principal";

    static ApiKeyPrincipal of(Answer.Active answer) {
        Map<String, @Nullable Object> claims = answer.claims();
        Map<String, @Nullable Object> key = object(claims, "api_key");
        return new ApiKeyPrincipal(
                text(claims, "sub"),
                text(claims, "client_id"),
                text(claims, "username"),
                answer.scopes(),
                text(key, "id"),
                text(key, "name"),
                text(key, "environment"),
                object(key, "metadata"),
                claims);
    }

    /** The subject; for a token without one the client. */
    @Override
    public String getName() {
        return subject.or(() -> clientId).orElse("");
    }

    private static Optional<String> text(Map<String, @Nullable Object> claims, String claim) {
        return claims.get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    @SuppressWarnings("unchecked") // maps of JSON have names only
    private static Map<String, @Nullable Object> object(Map<String, @Nullable Object> claims, String claim) {
        return claims.get(claim) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }
}
