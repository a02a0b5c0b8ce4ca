package dev.apikeys.keycloak.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.directory.EnabledClients;
import dev.apikeys.keycloak.directory.KeyClients;
import dev.apikeys.keycloak.store.KeyPage;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.Predicate;
import org.keycloak.models.ClientModel;
import org.keycloak.util.JsonSerialization;

/** A page of the clients that may have keys, as far as people need to choose one. */
public record ClientPage(EnabledClients clients, ListParameters parameters) {

    /** The page that the parameters name, of those that the caller may see, or 400. */
    public Response of(Predicate<ClientModel> visible, Function<ClientModel, ObjectNode> representation) {
        String search = parameters.text("search").orElse("");
        KeyPage page = parameters.page();
        Answers.refuseIfAny(parameters.violations());
        ArrayNode array = JsonSerialization.mapper.createArrayNode();
        clients.search(search)
                .filter(visible)
                .skip(page.first())
                .limit(page.max())
                .map(representation)
                .forEach(array::add);
        return Answers.ok(array);
    }

    /** Adds what the client is called, if it has a name. */
    public static void name(ClientModel client, ObjectNode json) {
        if (client.getName() != null && !client.getName().isBlank()) {
            json.put("name", client.getName());
        }
    }

    /** Adds where the OpenAPI document of the client's API is, if the client says so. */
    public static void documentation(ClientModel client, ObjectNode json) {
        KeyClients.openapiUrl(client).ifPresent(url -> json.put("openapiUrl", url.toString()));
    }
}
