package dev.apikeys.keycloak.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.directory.EnabledClients;
import dev.apikeys.keycloak.rest.ClientPage;
import dev.apikeys.keycloak.rest.ListParameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.util.JsonSerialization;

/** The clients that may have keys and that the caller may view, as far as people need to choose one. */
@Produces(MediaType.APPLICATION_JSON)
public class ClientsResource {

    private final EnabledClients clients;
    private final AdminPermissionEvaluator auth;
    private final ListParameters parameters;

    ClientsResource(EnabledClients clients, AdminPermissionEvaluator auth, ListParameters parameters) {
        this.clients = clients;
        this.auth = auth;
        this.parameters = parameters;
    }

    @GET
    public Response list() {
        auth.clients().requireList();
        return new ClientPage(clients, parameters).of(auth.clients()::canView, this::represent);
    }

    private ObjectNode represent(ClientModel client) {
        ObjectNode json = JsonSerialization.createObjectNode();
        json.put("id", client.getId());
        json.put("clientId", client.getClientId());
        ClientPage.name(client, json);
        json.put("serviceAccount", client.isServiceAccountsEnabled());
        json.put("manage", auth.clients().canManage(client));
        ClientPage.documentation(client, json);
        return json;
    }
}
