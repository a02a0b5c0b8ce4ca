package dev.apikeys.keycloak.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.rest.Answers;
import dev.apikeys.keycloak.ui.UiAddresses;
import dev.apikeys.keycloak.ui.UiClient;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.ClientsResource;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.urls.UrlType;
import org.keycloak.util.JsonSerialization;

/** Makes the client with which administrators log in at the page beside the console. */
@Produces(MediaType.APPLICATION_JSON)
public class UiClientResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;

    UiClientResource(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
    }

    /** Goes through the door of Keycloak's own clients, with their client policies, validation and admin event. */
    @POST
    public Response create() {
        auth.clients().requireManage();
        UiClient ui = new UiClient(realm);
        new ClientsResource(session, auth, new ClientEvents(session, realm, auth.adminAuth()))
                .createClient(ui.representation());
        ClientModel client = realm.getClientByClientId(UiClient.CLIENT_ID);
        ui.roles().forEach(client::addScopeMapping);
        ObjectNode answer = JsonSerialization.createObjectNode();
        answer.put("clientId", client.getClientId());
        answer.put("url", new UiAddresses(session, realm).page());
        return Answers.of(Response.Status.CREATED, answer)
                .location(session.getContext()
                        .getUri(UrlType.ADMIN)
                        .getBaseUriBuilder()
                        .path("admin/realms/{realm}/clients/{id}")
                        .build(realm.getName(), client.getId()))
                .build();
    }
}
