package dev.apikeys.keycloak.directory;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.Urls;
import org.keycloak.services.util.DefaultClientSessionContext;

/**
 * Makes the claims of a key with Keycloak's own protocol mappers, in the same two steps as stock introspection of an
 * access token ({@code AccessTokenIntrospectionProvider.transformAccessToken}): first the access token, for its
 * audience, then what it introspects to. The session behind it is transient: nothing is stored.
 */
final class ClaimsRenderer {

    private static final String AUTH_METHOD = "api-key";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TokenManager tokens = new TokenManager();

    ClaimsRenderer(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    LiveClaims render(ClientModel client, UserModel subject, Set<ClientScopeModel> granted) {
        return asClient(client, () -> renderAsClient(client, subject, granted));
    }

    private LiveClaims renderAsClient(ClientModel client, UserModel subject, Set<ClientScopeModel> granted) {
        ClientSessionContext context = context(client, subject, granted, OAuth2Constants.CLIENT_CREDENTIALS);
        AccessToken accessToken = accessToken(context);
        AccessToken introspected = introspected(accessToken, context);
        return new LiveClaims(introspected, audience(accessToken, introspected), names(effective(context)));
    }

    /** An access token that is not signed yet, limited to the scopes. */
    AccessToken mint(ClientModel client, UserModel subject, Set<ClientScopeModel> scopes, String grantType) {
        return asClient(client, () -> accessToken(context(client, subject, scopes, grantType)));
    }

    /** What a token that was made from a key introspects to, limited to the scopes. */
    AccessToken introspect(AccessToken token, ClientModel client, UserModel subject, Set<ClientScopeModel> scopes) {
        return asClient(
                client,
                () -> withinAudience(
                        introspected(token, context(client, subject, scopes, OAuth2Constants.CLIENT_CREDENTIALS)),
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

    /** Mappers ask the session for the client of the token; at our doors that is the client which asks. */
    private <T> T asClient(ClientModel client, Supplier<T> rendering) {
        ClientModel asking = session.getContext().getClient();
        session.getContext().setClient(client);
        try {
            return rendering.get();
        } finally {
            session.getContext().setClient(asking);
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

    /** The client itself is among its scopes: its dedicated mappers belong to every token of it. */
    private ClientSessionContext context(
            ClientModel client, UserModel subject, Set<ClientScopeModel> granted, String grantType) {
        UserSessionModel userSession = session.sessions()
                .createUserSession(
                        null,
                        realm,
                        subject,
                        subject.getUsername(),
                        session.getContext().getConnection().getRemoteAddr(),
                        AUTH_METHOD,
                        false,
                        null,
                        null,
                        UserSessionModel.SessionPersistenceState.TRANSIENT);
        AuthenticatedClientSessionModel clientSession =
                session.sessions().createClientSession(realm, client, userSession);
        clientSession.setNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        clientSession.setNote(OAuth2Constants.SCOPE, String.join(" ", names(granted)));
        ClientSessionContext context = limited(clientSession, granted, session);
        context.setAttribute(Constants.GRANT_TYPE, grantType);
        return context;
    }

    /** A context whose mappers and roles are those of the scopes and of the client itself. */
    static ClientSessionContext limited(
            AuthenticatedClientSessionModel clientSession, Set<ClientScopeModel> scopes, KeycloakSession session) {
        Set<ClientScopeModel> all = new HashSet<>(scopes);
        all.add(clientSession.getClient());
        return DefaultClientSessionContext.fromClientSessionAndClientScopes(clientSession, all, null, session);
    }

    private static String scopeClaim(Set<ClientScopeModel> scopes) {
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

    private static Set<String> names(Set<ClientScopeModel> scopes) {
        return scopes.stream().map(ClientScopeModel::getName).collect(Collectors.toCollection(TreeSet::new));
    }
}
