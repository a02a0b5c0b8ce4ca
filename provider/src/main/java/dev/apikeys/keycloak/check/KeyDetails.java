package dev.apikeys.keycloak.check;

import dev.apikeys.core.verify.Verdict.Found;
import dev.apikeys.keycloak.cache.Standing;

/**
 * What is told of a key that is good for the audience.
 *
 * @param client the OAuth client id
 * @param subject Keycloak's id of the user or service account
 * @param scope the effective scopes, as the scope claim of a token says them; blank for none
 */
record KeyDetails(String id, String client, String subject, String scope) {

    static KeyDetails of(Found found, Standing standing) {
        return new KeyDetails(found.key().id(), standing.clientId(), standing.subjectId(), standing.scopeClaim());
    }
}
