package dev.apikeys.keycloak.directory;

import dev.apikeys.core.verify.Principal;
import dev.apikeys.keycloak.cache.RenderedClaims;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The client and the subject of a key, read when they are asked for; scopes and claims worked out once. */
public final class LivePrincipal implements Principal {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Optional<ClientModel> client;
    private final Optional<UserModel> subject;
    private final Carried carried;
    private @Nullable ClientScopes clientScopes;
    private @Nullable Set<ClientScopeModel> scopes;
    private @Nullable RenderedClaims claims;

    LivePrincipal(
            KeycloakSession session,
            RealmModel realm,
            Optional<ClientModel> client,
            Optional<UserModel> subject,
            Carried carried) {
        this.session = session;
        this.realm = realm;
        this.client = client;
        this.subject = subject;
        this.carried = carried;
    }

    /** How scopes, claims and audience of the key are found out. */
    interface Carried {

        Set<ClientScopeModel> scopes(ClientModel client, UserModel subject, ClientScopes clientScopes);

        RenderedClaims claims(ClientModel client, UserModel subject, Set<ClientScopeModel> scopes);

        boolean accepts(String resourceServer, Set<String> audience);
    }

    /** Empty when the client no longer exists. */
    public Optional<ClientModel> client() {
        return client;
    }

    /** The service account or the user; empty when it no longer exists. */
    public Optional<UserModel> subject() {
        return subject;
    }

    /** What keys of the client can carry now; only for a principal whose client exists. */
    public ClientScopes clientScopes() {
        if (clientScopes == null) {
            clientScopes = new ClientScopes(client.orElseThrow());
        }
        return clientScopes;
    }

    /** The effective scopes now; only for a principal whose client and subject exist. */
    public Set<ClientScopeModel> scopes() {
        if (scopes == null) {
            scopes = carried.scopes(client.orElseThrow(), subject.orElseThrow(), clientScopes());
        }
        return scopes;
    }

    /** Made by protocol mappers lately; only for a principal whose client and subject exist. */
    public RenderedClaims claims() {
        if (claims == null) {
            claims = carried.claims(client.orElseThrow(), subject.orElseThrow(), scopes());
        }
        return claims;
    }

    /** To which the keys of the client belong; empty when the client no longer exists. */
    public Optional<ClientOrganization> organization() {
        return client.map(some -> ClientOrganization.of(session, some));
    }

    @Override
    public boolean clientEnabled() {
        return realm.isEnabled()
                && client.filter(ClientModel::isEnabled)
                        .filter(KeyClients::hasKeys)
                        .isPresent()
                && organization().filter(ClientOrganization::permitsKeys).isPresent();
    }

    @Override
    public boolean subjectEnabled() {
        return subject.filter(UserModel::isEnabled)
                .filter(user ->
                        organization().filter(some -> !some.permitsKeysOf(user)).isEmpty())
                .isPresent();
    }

    @Override
    public Instant notBefore() {
        int ofClient = client.map(ClientModel::getNotBefore).orElse(0);
        int ofSubject = subject.map(user -> session.users().getNotBeforeOfUser(realm, user))
                .orElse(0);
        return Instant.ofEpochSecond(
                IntStream.of(realm.getNotBefore(), ofClient, ofSubject).max().orElse(0));
    }

    @Override
    public boolean accepts(String audience) {
        return client.isPresent() && subject.isPresent() && carried.accepts(audience, claims().audience());
    }

    @Override
    public Set<String> effectiveScopes() {
        return scopes().stream().map(ClientScopeModel::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The effective scopes that want to be shown, as the {@code scope} claim of a token says them; blank for none. */
    public String scopeClaim() {
        return ClaimsRenderer.scopeClaim(scopes());
    }
}
