package dev.apikeys.keycloak.ui;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.idm.ClientRepresentation;

/**
 * The client of the page. Its tokens say no more than the page needs: they carry none of the realm's client scopes, and of
 * the administrator's roles only those that keys take.
 */
public record UiClient(RealmModel realm) {

    public static final String CLIENT_ID = "api-keys-ui";

    private static final String PKCE = "S256";

    /** Reading and changing keys, their clients and users, their events, and what the realm lays down for keys. */
    private static final List<String> ROLES = List.of(
            AdminRoles.QUERY_CLIENTS,
            AdminRoles.VIEW_CLIENTS,
            AdminRoles.MANAGE_CLIENTS,
            AdminRoles.QUERY_USERS,
            AdminRoles.VIEW_USERS,
            AdminRoles.IMPERSONATION,
            AdminRoles.VIEW_EVENTS,
            AdminRoles.VIEW_REALM,
            AdminRoles.MANAGE_REALM);

    /** Whether the realm has a client of this name, whoever made it. */
    boolean exists() {
        return realm.getClientByClientId(CLIENT_ID) != null;
    }

    /** Whether administrators can log in with it, and nothing in it would take them or their tokens elsewhere. */
    boolean isReady() {
        ClientModel client = realm.getClientByClientId(CLIENT_ID);
        return client != null
                && client.isEnabled()
                && client.isPublicClient()
                && client.isStandardFlowEnabled()
                && !client.isImplicitFlowEnabled()
                && !client.isFullScopeAllowed()
                && PKCE.equals(client.getAttribute(OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD))
                && Constants.AUTH_BASE_URL_PROP.equals(client.getRootUrl())
                && Set.of(UiAddresses.path(realm)).equals(client.getRedirectUris());
    }

    /** The client whose roles decide what an administrator who logs in to the realm may do with it. */
    String managementClientId() {
        return realm.getName().equals(Config.getAdminRealm())
                ? realm.getMasterAdminClient().getClientId()
                : Constants.REALM_MANAGEMENT_CLIENT_ID;
    }

    /** The roles that the client's tokens may carry, where the administrator has them. */
    public Stream<RoleModel> roles() {
        ClientModel management = realm.getClientByClientId(managementClientId());
        return management == null
                ? Stream.empty()
                : ROLES.stream().map(management::getRole).filter(Objects::nonNull);
    }

    /** A public client for the authorization code flow with PKCE, and for one address, which follows Keycloak's own. */
    public ClientRepresentation representation() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(CLIENT_ID);
        client.setName("API keys");
        client.setDescription("The page for administrators that stands beside the admin console");
        client.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        client.setEnabled(true);
        client.setPublicClient(true);
        client.setStandardFlowEnabled(true);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setServiceAccountsEnabled(false);
        client.setFullScopeAllowed(false);
        client.setRootUrl(Constants.AUTH_BASE_URL_PROP);
        client.setBaseUrl(UiAddresses.path(realm));
        client.setRedirectUris(List.of(UiAddresses.path(realm)));
        client.setWebOrigins(List.of("+"));
        client.setAttributes(Map.of(
                OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD,
                PKCE,
                OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS,
                "+"));
        client.setDefaultClientScopes(List.of());
        client.setOptionalClientScopes(List.of());
        client.setProtocolMappers(UiClaims.of(managementClientId()));
        return client;
    }
}
