package dev.apikeys.keycloak.directory;

import dev.apikeys.core.verify.Principal;
import dev.apikeys.keycloak.cache.RenderedClaims;
import dev.apikeys.keycloak.cache.Standing;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The client and the subject of a key. They are read when they are asked for, unless what Keycloak would say of them is
 * remembered; scopes and claims are worked out once.
 */
public final class LivePrincipal implements Principal {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Carried carried;
    private final Optional<Standing> remembered;
    private @Nullable Models models;
    private @Nullable ClientScopes clientScopes;
    private @Nullable Set<ClientScopeModel> scopes;
    private @Nullable Standing standing;
    private @Nullable RenderedClaims claims;

    /**
     * @param remembered what Keycloak would say now, where it is known without asking
     */
    LivePrincipal(KeycloakSession session, RealmModel realm, Carried carried, Optional<Standing> remembered) {
        this.session = session;
        this.realm = realm;
        this.carried = carried;
        this.remembered = remembered;
    }

    /** How client, subject, scopes, claims and audience of the key are found out. */
    interface Carried {

        Optional<ClientModel> client();

        Optional<UserModel> subject(Optional<ClientModel> client);

        /** Seconds since the epoch. */
        int notBefore(UserModel subject);

        Set<ClientScopeModel> scopes(ClientModel client, UserModel subject, ClientScopes clientScopes);

        /** What was found out, so that it can be remembered. */
        Standing standing(LivePrincipal principal);

        RenderedClaims claims(LivePrincipal principal);

        boolean accepts(String resourceServer, Set<String> audience);
    }

    private record Models(Optional<ClientModel> client, Optional<UserModel> subject) {}

    private Models models() {
        if (models == null) {
            Optional<ClientModel> client = carried.client();
            models = new Models(client, carried.subject(client));
        }
        return models;
    }

    /** Empty when the client no longer exists. */
    public Optional<ClientModel> client() {
        return models().client();
    }

    /** The service account or the user; empty when it no longer exists. */
    public Optional<UserModel> subject() {
        return models().subject();
    }

    /** What keys of the client can carry now; only for a principal whose client exists. */
    public ClientScopes clientScopes() {
        if (clientScopes == null) {
            clientScopes = new ClientScopes(client().orElseThrow());
        }
        return clientScopes;
    }

    /** The effective scopes now; only for a principal whose client and subject exist. */
    public Set<ClientScopeModel> scopes() {
        if (scopes == null) {
            scopes = carried.scopes(client().orElseThrow(), subject().orElseThrow(), clientScopes());
        }
        return scopes;
    }

    /** All that Keycloak says now; only for a principal whose client and subject exist. */
    public Standing standing() {
        if (standing == null) {
            standing = remembered.orElseGet(() -> carried.standing(this));
        }
        return standing;
    }

    /** Made by protocol mappers lately; only for a principal whose client and subject exist. */
    public RenderedClaims claims() {
        if (claims == null) {
            claims = carried.claims(this);
        }
        return claims;
    }

    private boolean exists() {
        return remembered.isPresent() || (client().isPresent() && subject().isPresent());
    }

    /** To which the keys of the client belong; empty when the client no longer exists, or when it is known that it has none. */
    public Optional<ClientOrganization> organization() {
        return remembered.isPresent() ? Optional.empty() : client().map(some -> ClientOrganization.of(session, some));
    }

    @Override
    public boolean clientEnabled() {
        return realm.isEnabled() && remembered.map(Standing::clientEnabled).orElseGet(this::clientEnabledNow);
    }

    private boolean clientEnabledNow() {
        return client().filter(KeyClients::isUsable).isPresent()
                && organization().filter(ClientOrganization::permitsKeys).isPresent();
    }

    @Override
    public boolean subjectEnabled() {
        return remembered.map(Standing::subjectEnabled).orElseGet(this::subjectEnabledNow);
    }

    private boolean subjectEnabledNow() {
        return subject()
                .filter(UserModel::isEnabled)
                .filter(user ->
                        organization().filter(some -> !some.permitsKeysOf(user)).isEmpty())
                .isPresent();
    }

    @Override
    public Instant notBefore() {
        int ofBoth = remembered.map(Standing::notBefore).orElseGet(this::notBeforeOfBoth);
        return Instant.ofEpochSecond(Math.max(realm.getNotBefore(), ofBoth));
    }

    /** Of client and subject, in seconds since the epoch. */
    int notBeforeOfBoth() {
        return Math.max(
                client().map(ClientModel::getNotBefore).orElse(0),
                subject().map(carried::notBefore).orElse(0));
    }

    /** Whether the resource server is in the audience itself, whatever it may introspect beside that. */
    public boolean isMeantFor(String resourceServer) {
        return exists() && claims().audience().contains(resourceServer);
    }

    @Override
    public boolean accepts(String audience) {
        return exists() && carried.accepts(audience, claims().audience());
    }

    @Override
    public Set<String> effectiveScopes() {
        return standing().scopes();
    }
}
