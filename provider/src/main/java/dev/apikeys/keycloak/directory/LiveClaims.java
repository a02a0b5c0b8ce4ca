package dev.apikeys.keycloak.directory;

import java.util.Set;
import org.keycloak.representations.AccessToken;

/**
 * What Keycloak says of a key right now.
 *
 * @param token the claims to which an access token of the client and the subject, limited to the effective scopes,
 *     would introspect; without the times, which belong to the answer
 * @param audience the audience of such a token
 * @param scopes names of the effective scopes
 */
public record LiveClaims(AccessToken token, Set<String> audience, Set<String> scopes) {}
