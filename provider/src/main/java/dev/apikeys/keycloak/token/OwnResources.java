package dev.apikeys.keycloak.token;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.directory.LivePrincipal;
import dev.apikeys.keycloak.directory.TokenTie;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.representations.AccessToken;

/**
 * What Keycloak's own resources take from tokens that were made from keys: the admin API, the account API and so on. There
 * a token can do everything that its subject can, whatever it says; so a token of a key gets in only when it says
 * everything already, and only as long as its key is good.
 */
final class OwnResources {

    private final KeycloakSession session;

    OwnResources(KeycloakSession session) {
        this.session = session;
    }

    /** At the token endpoint the grants decide for themselves what becomes of the token. */
    boolean permit(AccessToken token) {
        Optional<String> keyId = TokenTie.keyId(token);
        if (keyId.isEmpty()) {
            return true;
        }
        RealmKeys realmKeys = new RealmKeys(session, session.getContext().getRealm());
        Optional<ApiKey> key = realmKeys.findGood(keyId.get());
        return key.map(good -> realmKeys.directory().principalOf(good))
                .filter(principal -> TokenEndpoint.isAddressed(session) || saysEverything(token, principal))
                .isPresent();
    }

    private static boolean saysEverything(AccessToken token, LivePrincipal principal) {
        ClientModel client = principal.client().orElseThrow();
        return RoleUtils.getDeepUserRoleMappings(principal.subject().orElseThrow()).stream()
                .filter(client::hasScope)
                .allMatch(role -> names(token, role));
    }

    private static boolean names(AccessToken token, RoleModel role) {
        AccessToken.Access access = role.getContainer() instanceof ClientModel client
                ? token.getResourceAccess(client.getClientId())
                : token.getRealmAccess();
        return access != null && access.isUserInRole(role.getName());
    }
}
