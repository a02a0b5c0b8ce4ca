package dev.apikeys.keycloak.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
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
import org.keycloak.services.Urls;
import org.keycloak.services.util.DefaultClientSessionContext;

/** What protocol mappers need to work on; the sessions behind it are transient: nothing is stored. */
final class TransientContexts {

    private static final String AUTH_METHOD = "api-key";

    /** Putting an address together costs more than finding a key. */
    private static final Cache<Address, String> ISSUERS =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private final KeycloakSession session;
    private final RealmModel realm;

    TransientContexts(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** As text: two addresses that differ in upper and lower case alone are equal as URIs, but make two issuers. */
    private record Address(String base, String realm) {}

    /** The client itself is among its scopes: its dedicated mappers belong to every token of it. */
    ClientSessionContext of(ClientModel client, UserModel subject, Set<ClientScopeModel> granted, String grantType) {
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
        clientSession.setNote(OIDCLoginProtocol.ISSUER, issuer());
        clientSession.setNote(OAuth2Constants.SCOPE, scope(granted));
        ClientSessionContext context = limited(clientSession, granted, session);
        context.setAttribute(Constants.GRANT_TYPE, grantType);
        return context;
    }

    /** Names the realm by the address at which this request came in. */
    String issuer() {
        URI base = session.getContext().getUri().getBaseUri();
        return ISSUERS.get(
                new Address(base.toString(), realm.getName()), address -> Urls.realmIssuer(base, address.realm()));
    }

    /** A context whose mappers and roles are those of the scopes and of the client itself. */
    static ClientSessionContext limited(
            AuthenticatedClientSessionModel clientSession, Set<ClientScopeModel> scopes, KeycloakSession session) {
        Set<ClientScopeModel> all = new HashSet<>(scopes);
        all.add(clientSession.getClient());
        return DefaultClientSessionContext.fromClientSessionAndClientScopes(clientSession, all, null, session);
    }

    private static String scope(Set<ClientScopeModel> scopes) {
        return scopes.stream().map(ClientScopeModel::getName).sorted().collect(Collectors.joining(" "));
    }
}
