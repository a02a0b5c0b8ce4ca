package dev.apikeys.keycloak.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.directory.TokenTie;
import dev.apikeys.keycloak.rest.Answers;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.Auth;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resources.account.AccountRestService;
import org.keycloak.util.JsonSerialization;
import org.keycloak.util.TokenUtil;

/**
 * Who asks. What it takes is what Keycloak's own account resource demands ({@code AccountLoader}): the access token of a
 * live session, meant for the client {@code account}, of a user who is no service account; no cookie counts.
 */
final class Caller {

    private final KeycloakSession session;
    private final Auth auth;

    private Caller(KeycloakSession session, Auth auth) {
        this.session = session;
        this.auth = auth;
    }

    /** The caller, or 401; 403 for a script from an origin that the token's client does not name. */
    static Caller of(KeycloakSession session) {
        AccountRestService.checkAccountApiEnabled();
        RealmModel realm = session.getContext().getRealm();
        if (!realm.isEnabled()) {
            throw new NotFoundException("realm not enabled");
        }
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        if (account == null || !account.isEnabled()) {
            throw new NotFoundException("account management not enabled");
        }
        AuthResult result = new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
        if (result == null) {
            throw unauthorized();
        }
        AccessToken token = complete(session, result, account);
        boolean madeFromKey = TokenTie.keyId(result.token()).isPresent();
        if (!token.hasAudience(account.getClientId())
                || madeFromKey
                || result.user().getServiceAccountClientLink() != null) {
            throw unauthorized();
        }
        Cors.builder()
                .checkAllowedOrigins(token)
                .allowedMethods("GET", "PUT", "POST")
                .exposedHeaders("Location", "WWW-Authenticate")
                .auth()
                .add();
        return new Caller(session, new Auth(realm, token, result.user(), account, result.session(), false));
    }

    /** A lightweight token says at introspection what it does not carry. */
    private static AccessToken complete(KeycloakSession session, AuthResult result, ClientModel account) {
        AccessToken token = result.token();
        if (token.getAudience() != null && token.getResourceAccess(account.getClientId()) != null) {
            return token;
        }
        TokenIntrospectionProvider introspection = session.getProvider(
                TokenIntrospectionProvider.class, AccessTokenIntrospectionProviderFactory.ACCESS_TOKEN_TYPE);
        return ((AccessTokenIntrospectionProvider<?>) introspection).transformAccessToken(token, result.session());
    }

    /** Worded as Keycloak's own refusal, which leaves out the challenge. */
    private static NotAuthorizedException unauthorized() {
        ObjectNode json = JsonSerialization.createObjectNode().put("error", "HTTP 401 Unauthorized");
        return new NotAuthorizedException(Answers.of(Response.Status.UNAUTHORIZED, json)
                .header(HttpHeaders.WWW_AUTHENTICATE, TokenUtil.TOKEN_TYPE_BEARER)
                .build());
    }

    UserModel user() {
        return auth.getUser();
    }

    AccessToken token() {
        return auth.getToken();
    }

    /** Whether the session is one that an administrator has opened in the name of the user. */
    boolean isImpersonated() {
        return auth.getSession().getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null;
    }

    /** 403 unless the caller may see their account. */
    void requireView() {
        auth.requireOneOf(AccountRoles.MANAGE_ACCOUNT, AccountRoles.VIEW_PROFILE);
    }

    /** 403 unless the caller may change their account. */
    void requireManage() {
        auth.require(AccountRoles.MANAGE_ACCOUNT);
    }

    boolean mayManage() {
        return auth.hasClientRole(auth.getClient(), AccountRoles.MANAGE_ACCOUNT);
    }

    /** Whether the caller may get values at all: whoever is not the user gets none that would outlive the session. */
    boolean mayMake() {
        return mayManage() && !isImpersonated();
    }

    /** An event about the caller, as Keycloak's own account resource writes them. */
    EventBuilder event() {
        return new EventBuilder(auth.getRealm(), session, session.getContext().getConnection())
                .client(auth.getClient())
                .user(auth.getUser());
    }
}
