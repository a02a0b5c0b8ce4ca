package dev.apikeys.keycloak.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.cache.RenderedClaims;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.JsonSerialization;

/**
 * Makes the claims of a key with Keycloak's own protocol mappers, in the same two steps as stock introspection of an
 * access token ({@code AccessTokenIntrospectionProvider.transformAccessToken}): first the access token, for its
 * audience, then what it introspects to.
 */
final class ClaimsRenderer {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TransientContexts contexts;
    private final TokenManager tokens = new TokenManager();

    ClaimsRenderer(KeycloakSession session, RealmModel realm, TransientContexts contexts) {
        this.session = session;
        this.realm = realm;
        this.contexts = contexts;
    }

    /** What an access token of the client and the subject, limited to the scopes, introspects to. */
    RenderedClaims render(ClientModel client, UserModel subject, Set<ClientScopeModel> scopes) {
        Rendering rendering = asClient(client, () -> rendering(client, subject, scopes));
        return new RenderedClaims(
                json(rendering.introspected()), audience(rendering.token(), rendering.introspected()));
    }

    /** The same as a token that can be signed. */
    AccessToken introspected(ClientModel client, UserModel subject, Set<ClientScopeModel> scopes) {
        return asClient(client, () -> rendering(client, subject, scopes)).introspected();
    }

    private record Rendering(AccessToken token, AccessToken introspected) {}

    private Rendering rendering(ClientModel client, UserModel subject, Set<ClientScopeModel> scopes) {
        ClientSessionContext context = contexts.of(client, subject, scopes, OAuth2Constants.CLIENT_CREDENTIALS);
        AccessToken token = accessToken(context);
        return new Rendering(token, introspected(token, context));
    }

    /** Those of the scopes that the subject's roles allow: Keycloak's own rule, asked only where there is one. */
    Set<ClientScopeModel> permitted(ClientModel client, UserModel subject, Set<ClientScopeModel> scopes) {
        return scopes.stream().allMatch(ClaimsRenderer::isForEverybody)
                ? scopes
                : effective(contexts.of(client, subject, scopes, OAuth2Constants.CLIENT_CREDENTIALS));
    }

    private static boolean isForEverybody(ClientScopeModel scope) {
        return scope.getScopeMappingsStream().findAny().isEmpty();
    }

    /** An access token that is not signed yet, limited to the scopes. */
    AccessToken mint(ClientModel client, UserModel subject, Set<ClientScopeModel> scopes, String grantType) {
        return asClient(client, () -> accessToken(contexts.of(client, subject, scopes, grantType)));
    }

    /** What a token that was made from a key introspects to, limited to the scopes. */
    AccessToken introspect(AccessToken token, ClientModel client, UserModel subject, Set<ClientScopeModel> scopes) {
        return asClient(
                client,
                () -> withinAudience(
                        introspected(token, contexts.of(client, subject, scopes, OAuth2Constants.CLIENT_CREDENTIALS)),
                        token));
    }

    private AccessToken accessToken(ClientSessionContext context) {
        UserSessionModel userSession = context.getClientSession().getUserSession();
        AccessToken token = tokens.createClientAccessToken(
                session,
                realm,
                context.getClientSession().getClient(),
                userSession.getUser(),
                userSession,
                context,
                false);
        // as for every token without a stored session
        token.setSessionId(null);
        token.setScope(scopeClaim(effective(context)));
        return token;
    }

    private AccessToken introspected(AccessToken token, ClientSessionContext context) {
        AccessToken basic = new AccessToken();
        basic.id(token.getId());
        basic.type(token.getType());
        basic.subject(token.getSubject());
        basic.iat(token.getIat());
        basic.exp(token.getExp());
        basic.issuedFor(token.getIssuedFor());
        basic.issuer(token.getIssuer());
        basic.setScope(scopeClaim(effective(context)));
        basic.audience(token.getAudience());
        basic.setConfirmation(token.getConfirmation());
        return tokens.transformIntrospectionAccessToken(
                session, token, basic, context.getClientSession().getUserSession(), context);
    }

    /**
     * Mappers ask the session for the client of the token; at our doors that is the client which asks. The mapper of
     * organizations leaves the subject's there, which would be taken for that of the next key in the same request.
     */
    private <T> T asClient(ClientModel client, Supplier<T> rendering) {
        ClientModel asking = session.getContext().getClient();
        OrganizationModel organization = session.getContext().getOrganization();
        session.getContext().setClient(client);
        session.getContext().setOrganization(null);
        try {
            return rendering.get();
        } finally {
            session.getContext().setClient(asking);
            session.getContext().setOrganization(organization);
        }
    }

    /** An audience that was narrowed when the token was made stays narrow. */
    private static AccessToken withinAudience(AccessToken introspected, AccessToken token) {
        if (token.getAudience() != null && introspected.getAudience() != null) {
            Set<String> allowed = Set.copyOf(Arrays.asList(token.getAudience()));
            introspected.audience(Arrays.stream(introspected.getAudience())
                    .filter(allowed::contains)
                    .toArray(String[]::new));
        }
        return introspected;
    }

    /** Without the client itself, and without what the subject's roles do not allow. */
    private static Set<ClientScopeModel> effective(ClientSessionContext context) {
        return context.getClientScopesStream()
                .filter(scope -> !(scope instanceof ClientModel))
                .collect(Collectors.toSet());
    }

    static String scopeClaim(Set<ClientScopeModel> scopes) {
        return scopes.stream()
                .filter(ClientScopeModel::isIncludeInTokenScope)
                .map(ClientScopeModel::getName)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Set<String> audience(AccessToken accessToken, AccessToken introspected) {
        return Optional.ofNullable(accessToken.getAudience())
                .or(() -> Optional.ofNullable(introspected.getAudience()))
                .map(names -> Set.copyOf(Arrays.asList(names)))
                .orElse(Set.of());
    }

    private static ObjectNode json(AccessToken token) {
        try {
            return JsonSerialization.createObjectNode(token);
        } catch (IOException e) {
            throw new UncheckedIOException("an access token is always JSON", e);
        }
    }
}
