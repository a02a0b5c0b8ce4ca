package dev.apikeys.keycloak.check;

import dev.apikeys.keycloak.cache.Findings.Credentials;
import dev.apikeys.keycloak.cache.KeyCacheProvider;
import dev.apikeys.keycloak.cache.Remembered;
import dev.apikeys.keycloak.cache.Revisions;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;
import org.keycloak.storage.StorageId;

/**
 * Gateways with a client secret, which present the same one at each check. Keycloak's flow need not run again for one that it
 * has let pass, as long as its caches have heard of no change: neither of the client nor of the flow.
 */
final class GatewayMemory {

    private static final String IN_VAULT = "${vault.";

    private final RealmModel realm;
    private final Remembered<Credentials, String> gateways;
    private final Optional<Revisions> revisions;
    private final Optional<Credentials> credentials;

    GatewayMemory(KeycloakSession session) {
        KeyCacheProvider caches = session.getProvider(KeyCacheProvider.class);
        this.realm = session.getContext().getRealm();
        this.gateways = caches.findings().gateways();
        this.revisions = caches.revisions();
        this.credentials = credentials(session.getContext().getHttpRequest().getHttpHeaders());
    }

    /** Two field lines are for Keycloak to judge. */
    private Optional<Credentials> credentials(HttpHeaders headers) {
        List<String> lines = headers.getRequestHeader(HttpHeaders.AUTHORIZATION);
        return lines != null && lines.size() == 1
                ? Optional.of(Credentials.of(realm.getId(), lines.get(0)))
                : Optional.empty();
    }

    /** The gateway that Keycloak would let pass. */
    Optional<ClientModel> find() {
        return revisions
                .flatMap(some -> credentials.flatMap(presented -> gateways.get(presented, some.now())))
                .map(realm::getClientById);
    }

    /** Remembers that Keycloak has let the gateway pass with these credentials. */
    void keep(ClientModel gateway) {
        if (dependsOnCredentialsAlone(gateway)) {
            revisions
                    .flatMap(Revisions::steady)
                    .ifPresent(revision ->
                            credentials.ifPresent(presented -> gateways.put(presented, gateway.getId(), revision)));
        }
    }

    /** Not on a certificate, a vault, or the time at which a secret ends. */
    private static boolean dependsOnCredentialsAlone(ClientModel gateway) {
        OIDCClientSecretConfigWrapper secret = OIDCClientSecretConfigWrapper.fromClientModel(gateway);
        return ClientIdAndSecretAuthenticator.PROVIDER_ID.equals(gateway.getClientAuthenticatorType())
                && StorageId.isLocalStorage(gateway.getId())
                && gateway.getSecret() != null
                && !gateway.getSecret().startsWith(IN_VAULT)
                && !secret.hasRotatedSecret()
                && !secret.hasClientSecretExpirationTime();
    }
}
