package dev.apikeys.keycloak.directory;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        ClientSessionContext context = context(client, subject, granted);
        UserSessionModel userSession = context.getClientSession().getUserSession();
        Set<ClientScopeModel> effective = context.getClientScopesStream()
                .filter(scope -> !(scope instanceof ClientModel))
                .collect(Collectors.toSet());

        AccessToken accessToken =
                tokens.createClientAccessToken(session, realm, client, subject, userSession, context, false);
        AccessToken basic = new AccessToken();
        basic.type(accessToken.getType());
        basic.subject(subject.getId());
        basic.issuedFor(client.getClientId());
        basic.issuer(accessToken.getIssuer());
        basic.setScope(scopeClaim(effective));
        basic.audience(accessToken.getAudience());
        AccessToken introspected =
                tokens.transformIntrospectionAccessToken(session, accessToken, basic, userSession, context);
        return new LiveClaims(introspected, audience(accessToken, introspected), names(effective));
    }

    /** The client itself is among its scopes: its dedicated mappers belong to every token of it. */
    private ClientSessionContext context(ClientModel client, UserModel subject, Set<ClientScopeModel> granted) {
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
        Set<ClientScopeModel> scopes = new HashSet<>(granted);
        scopes.add(client);
        ClientSessionContext context =
                DefaultClientSessionContext.fromClientSessionAndClientScopes(clientSession, scopes, null, session);
        context.setAttribute(Constants.GRANT_TYPE, OAuth2Constants.CLIENT_CREDENTIALS);
        return context;
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
