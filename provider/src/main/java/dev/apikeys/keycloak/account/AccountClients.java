package dev.apikeys.keycloak.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.directory.ClientOrganization;
import dev.apikeys.keycloak.directory.EnabledClients;
import dev.apikeys.keycloak.rest.ClientPage;
import dev.apikeys.keycloak.rest.ListParameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientModel;
import org.keycloak.util.JsonSerialization;

/** The clients of which the caller can make keys, as far as people need to choose one. */
@Produces(MediaType.APPLICATION_JSON)
public class AccountClients {

    private final AccountContext context;
    private final Reach reach;
    private final ListParameters parameters;

    AccountClients(AccountContext context, Reach reach, ListParameters parameters) {
        this.context = context;
        this.reach = reach;
        this.parameters = parameters;
    }

    @GET
    public Response list() {
        context.caller().requireView();
        return new ClientPage(new EnabledClients(context.session(), context.realm()), parameters)
                .of(reach::serves, this::represent);
    }

    private ObjectNode represent(ClientModel client) {
        ObjectNode json = JsonSerialization.createObjectNode();
        json.put("clientId", client.getClientId());
        ClientPage.name(client, json);
        if (client.getDescription() != null && !client.getDescription().isBlank()) {
            json.put("description", client.getDescription());
        }
        ClientOrganization.of(context.session(), client).name().ifPresent(name -> json.put("organization", name));
        ClientPage.documentation(client, json);
        return json;
    }
}
