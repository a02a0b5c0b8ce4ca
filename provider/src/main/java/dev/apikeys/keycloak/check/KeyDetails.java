package dev.apikeys.keycloak.check;

import dev.apikeys.core.verify.Verdict.Found;
import dev.apikeys.keycloak.directory.LivePrincipal;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

/**
 * What is told of a key that is good for the audience.
 *
 * @param client the OAuth client id
 * @param scope the effective scopes, as the scope claim of a token says them; blank for none
 */
record KeyDetails(String id, Optional<String> client, Optional<String> subject, String scope) {

    static KeyDetails of(Found found, LivePrincipal principal) {
        return new KeyDetails(
                found.key().id(),
                principal.client().map(ClientModel::getClientId),
                principal.subject().map(UserModel::getId),
                principal.scopeClaim());
    }
}
