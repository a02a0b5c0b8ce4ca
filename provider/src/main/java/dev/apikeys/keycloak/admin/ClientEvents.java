package dev.apikeys.keycloak.admin;

import jakarta.ws.rs.core.UriInfo;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Admin events of clients as Keycloak's own resource writes them, at whichever address the change was asked for. */
final class ClientEvents extends AdminEventBuilder {

    ClientEvents(KeycloakSession session, RealmModel realm, AdminAuth auth) {
        super(realm, auth, session, session.getContext().getConnection());
    }

    @Override
    protected String getResourcePath(UriInfo uri) {
        return "clients";
    }
}
