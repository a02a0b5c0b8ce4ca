package dev.apikeys.keycloak.cache;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Keycloak says of the client and the subject of a key, which both exist, but for what the realm says itself.
 *
 * @param clientId the OAuth client id
 * @param subjectId Keycloak's id of the user or service account
 * @param notBefore of client and subject, in seconds since the epoch
 * @param scopes names of the effective scopes, in their order
 * @param scopeIds Keycloak's ids of the effective scopes
 * @param scopeClaim those of them that want to be shown; blank for none
 * @param groups names of the scope groups that the key was given
 */
public record Standing(
        String clientId,
        boolean clientEnabled,
        String subjectId,
        String username,
        boolean subjectEnabled,
        int notBefore,
        Set<String> scopes,
        Set<String> scopeIds,
        String scopeClaim,
        List<String> groups) {

    public Standing {
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
        scopeIds = Set.copyOf(scopeIds);
        groups = List.copyOf(groups);
    }
}
