package dev.apikeys.keycloak.directory;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyGrant;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.core.verify.Directory;
import dev.apikeys.keycloak.cache.ClaimsCache;
import dev.apikeys.keycloak.cache.KeyCacheProvider;
import dev.apikeys.keycloak.cache.RenderedClaims;
import dev.apikeys.keycloak.cache.Standing;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Clients and subjects of the keys of one realm, as one request sees them. */
public final class KeycloakDirectory implements Directory {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TransientContexts contexts;
    private final ClaimsRenderer renderer;
    private final AudienceRule audienceRule;
    private final Duration claimsMaxAge;
    private final Optional<PrincipalMemory> memory;
    private final ClaimsCache claimsCache;
    private final Map<String, LivePrincipal> principals = new HashMap<>();

    /**
     * @param claimsMaxAge how old claims made by protocol mappers may be; zero makes them anew
     * @param memory for requests that change nothing; empty reads everything
     */
    public KeycloakDirectory(
            KeycloakSession session, RealmModel realm, Duration claimsMaxAge, Optional<PrincipalMemory> memory) {
        this.session = session;
        this.realm = realm;
        this.claimsMaxAge = claimsMaxAge;
        this.memory = memory;
        this.claimsCache = session.getProvider(KeyCacheProvider.class).claims();
        this.contexts = new TransientContexts(session, realm);
        this.renderer = new ClaimsRenderer(session, realm, contexts);
        this.audienceRule = new AudienceRule(session, realm);
    }

    /** The same principal for the same version of a key throughout the request. */
    @Override
    public LivePrincipal principalOf(ApiKey key) {
        return principals.computeIfAbsent(key.id() + '@' + key.version(), id -> read(key));
    }

    private LivePrincipal read(ApiKey key) {
        return new LivePrincipal(
                session,
                realm,
                new CarriedBy(key.owner(), key.grant(), Optional.of(key)),
                memory.flatMap(some -> some.standingOf(key)));
    }

    /** The principal that a key of the owner with the grant has, whether there is such a key or not. */
    public LivePrincipal principalOf(KeyOwner owner, KeyGrant grant) {
        return new LivePrincipal(session, realm, new CarriedBy(owner, grant, Optional.empty()), Optional.empty());
    }

    /** What a key of the owner with the grant carries: claims may be as old as the realm allows. */
    private final class CarriedBy implements LivePrincipal.Carried {

        private final KeyOwner owner;
        private final KeyGrant grant;
        private final Optional<ApiKey> key;

        CarriedBy(KeyOwner owner, KeyGrant grant, Optional<ApiKey> key) {
            this.owner = owner;
            this.grant = grant;
            this.key = key;
        }

        @Override
        public Optional<ClientModel> client() {
            return Optional.ofNullable(realm.getClientById(owner.clientId()));
        }

        @Override
        public Optional<UserModel> subject(Optional<ClientModel> client) {
            return owner.userId()
                    .map(userId -> Optional.ofNullable(session.users().getUserById(realm, userId)))
                    .orElseGet(() -> client.flatMap(KeycloakDirectory.this::serviceAccount));
        }

        @Override
        public int notBefore(UserModel subject) {
            return session.users().getNotBeforeOfUser(realm, subject);
        }

        @Override
        public Set<ClientScopeModel> scopes(ClientModel client, UserModel subject, ClientScopes clientScopes) {
            return renderer.permitted(client, subject, clientScopes.coveredBy(grant));
        }

        @Override
        public Standing standing(LivePrincipal principal) {
            Standing standing = StandingReader.read(principal, grant);
            memory.ifPresent(some -> key.ifPresent(of -> some.keep(of, standing, principal)));
            return standing;
        }

        @Override
        public RenderedClaims claims(LivePrincipal principal) {
            Standing standing = principal.standing();
            return claimsCache.get(
                    new ClaimsCache.Question(
                            contexts.issuer(), owner.clientId(), standing.subjectId(), standing.scopeIds()),
                    claimsMaxAge,
                    () -> renderer.render(
                            principal.client().orElseThrow(),
                            principal.subject().orElseThrow(),
                            principal.scopes()));
        }

        @Override
        public boolean accepts(String resourceServer, Set<String> audience) {
            return audienceRule.permits(resourceServer, audience);
        }
    }

    /** What the subject's roles permit of what keys of the client can carry. */
    public ClientScopes scopesFor(ClientModel client, UserModel subject) {
        ClientScopes all = new ClientScopes(client);
        return all.narrowedTo(renderer.permitted(client, subject, Set.copyOf(all.assigned())));
    }

    /** For what is signed, or asked without regard to what is remembered. */
    public KeyTokens tokens() {
        return new KeyTokens(this, renderer, session);
    }

    /** Names the realm in tokens, by the address at which this request came in. */
    public String issuer() {
        return contexts.issuer();
    }

    /** Empty when the client has no service account, or has it switched off. */
    public Optional<UserModel> serviceAccount(ClientModel client) {
        return client.isServiceAccountsEnabled()
                ? Optional.ofNullable(session.users().getServiceAccount(client))
                : Optional.empty();
    }
}
