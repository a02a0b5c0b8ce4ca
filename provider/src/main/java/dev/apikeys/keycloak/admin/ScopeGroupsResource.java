package dev.apikeys.keycloak.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.directory.ScopeGroupAttributes;
import dev.apikeys.keycloak.rest.Answers;
import dev.apikeys.keycloak.store.ScopeUse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.util.JsonSerialization;

/**
 * The scope groups of a realm and where they are used. They are client scopes: Keycloak's own resources make, change and
 * delete them.
 */
@Produces(MediaType.APPLICATION_JSON)
public class ScopeGroupsResource {

    private final RealmModel realm;
    private final ScopeUse use;
    private final AdminPermissionEvaluator auth;

    ScopeGroupsResource(RealmModel realm, ScopeUse use, AdminPermissionEvaluator auth) {
        this.realm = realm;
        this.use = use;
        this.auth = auth;
    }

    /** As with Keycloak's list of client scopes, whoever may query clients but not view them all sees none. */
    @GET
    public Response list() {
        auth.clients().requireListClientScopes();
        List<ClientScopeModel> groups = auth.clients().canViewClientScopes()
                ? ScopeGroupAttributes.groups(realm).toList()
                : List.of();
        ScopeUse.Found found =
                use.of(groups.stream().map(ClientScopeModel::getId).toList());
        ObjectNode json = JsonSerialization.createObjectNode();
        ArrayNode array = json.putArray("groups");
        groups.forEach(group -> write(group, found, array.addObject()));
        json.putObject("access").put("manage", auth.clients().canManageClientScopes());
        return Answers.ok(json);
    }

    private static void write(ClientScopeModel group, ScopeUse.Found found, ObjectNode json) {
        json.put("id", group.getId());
        json.put("name", group.getName());
        Optional.ofNullable(group.getDescription())
                .filter(text -> !text.isBlank())
                .ifPresent(text -> json.put("description", text));
        ScopeGroupAttributes.bestFor(group).ifPresent(text -> json.put("bestFor", text));
        ArrayNode includes = json.putArray("includes");
        ScopeGroupAttributes.includes(group).forEach(includes::add);
        json.put("keys", found.keys(group.getId()));
        ArrayNode clients = json.putArray("clients");
        found.clients(group.getId())
                .forEach(client -> clients.addObject().put("id", client.id()).put("clientId", client.clientId()));
    }
}
