package dev.apikeys.keycloak.directory;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.verify.Directory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Clients and subjects of the keys of one realm, as one request sees them. */
public final class KeycloakDirectory implements Directory {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClaimsRenderer renderer;
    private final AudienceRule audienceRule;
    private final Map<String, LivePrincipal> principals = new HashMap<>();

    public KeycloakDirectory(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.renderer = new ClaimsRenderer(session, realm);
        this.audienceRule = new AudienceRule(session, realm);
    }

    /** The same principal for the same version of a key throughout the request. */
    @Override
    public LivePrincipal principalOf(ApiKey key) {
        return principals.computeIfAbsent(key.id() + '@' + key.version(), id -> read(key));
    }

    private LivePrincipal read(ApiKey key) {
        Optional<ClientModel> client =
                Optional.ofNullable(realm.getClientById(key.owner().clientId()));
        Optional<UserModel> subject = key.owner()
                .userId()
                .map(userId -> Optional.ofNullable(session.users().getUserById(realm, userId)))
                .orElseGet(() -> client.flatMap(this::serviceAccount));
        return new LivePrincipal(
                session,
                realm,
                client,
                subject,
                () -> renderer.render(
                        client.orElseThrow(),
                        subject.orElseThrow(),
                        new ClientScopes(client.orElseThrow()).coveredBy(key.grant())),
                audienceRule::permits);
    }

    /** Empty when the client has no service account, or has it switched off. */
    public Optional<UserModel> serviceAccount(ClientModel client) {
        return client.isServiceAccountsEnabled()
                ? Optional.ofNullable(session.users().getServiceAccount(client))
                : Optional.empty();
    }
}
