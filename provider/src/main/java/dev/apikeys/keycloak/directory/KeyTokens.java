package dev.apikeys.keycloak.directory;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.verify.Verdict.Found;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;

/** What tokens of keys say, made by protocol mappers at this moment. */
public final class KeyTokens {

    private final KeycloakDirectory directory;
    private final ClaimsRenderer renderer;
    private final KeycloakSession session;

    KeyTokens(KeycloakDirectory directory, ClaimsRenderer renderer, KeycloakSession session) {
        this.directory = directory;
        this.renderer = renderer;
        this.session = session;
    }

    /** An access token of the key's client and subject, tied to the key and not signed yet. */
    public AccessToken mint(Found found, Set<String> scopeNames, String grantType) {
        LivePrincipal principal = directory.principalOf(found.key());
        AccessToken token = renderer.mint(
                principal.client().orElseThrow(),
                principal.subject().orElseThrow(),
                scopes(found.key(), scope -> scopeNames.contains(scope.getName())),
                grantType);
        TokenTie.tie(token, found, scopeNames);
        return token;
    }

    /** The resource servers that the key is meant for at this moment, however old claims may be. */
    public Set<String> audienceNow(Found found) {
        LivePrincipal principal = directory.principalOf(found.key());
        return renderer.render(
                        principal.client().orElseThrow(), principal.subject().orElseThrow(), principal.scopes())
                .audience();
    }

    /** What the key introspects to now, as a token that can be signed; times and id belong to the answer. */
    public AccessToken introspected(Found found) {
        LivePrincipal principal = directory.principalOf(found.key());
        return renderer.introspected(
                principal.client().orElseThrow(), principal.subject().orElseThrow(), principal.scopes());
    }

    /** What a token that was made from the key introspects to, narrowed to what the key still carries. */
    public AccessToken introspect(AccessToken token, ApiKey key) {
        Set<String> inToken = TokenTie.scopes(token);
        LivePrincipal principal = directory.principalOf(key);
        AccessToken introspected = renderer.introspect(
                token,
                principal.client().orElseThrow(),
                principal.subject().orElseThrow(),
                scopes(key, scope -> inToken.contains(scope.getName())));
        principal.organization().ifPresent(organization -> organization.nameIn(introspected));
        TokenTie.repeat(token, introspected);
        return introspected;
    }

    /** A context for the client session that is limited to the named scopes, as far as the key carries them now. */
    public ClientSessionContext limitedContext(
            AuthenticatedClientSessionModel clientSession, ApiKey key, Set<String> scopeNames) {
        return TransientContexts.limited(
                clientSession, scopes(key, scope -> scopeNames.contains(scope.getName())), session);
    }

    /** The client scopes that the key carries now and the names select. */
    private Set<ClientScopeModel> scopes(ApiKey key, Predicate<ClientScopeModel> selected) {
        LivePrincipal principal = directory.principalOf(key);
        return principal.client().stream()
                .flatMap(client -> principal.clientScopes().coveredBy(key.grant()).stream())
                .filter(selected)
                .collect(Collectors.toSet());
    }
}
