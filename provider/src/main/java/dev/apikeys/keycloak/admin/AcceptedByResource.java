package dev.apikeys.keycloak.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.directory.ClientScopes;
import dev.apikeys.keycloak.keys.EffectJson;
import dev.apikeys.keycloak.keys.KeyDraftReader;
import dev.apikeys.keycloak.rest.Answers;
import dev.apikeys.keycloak.rest.NamedClients;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.util.JsonSerialization;

/** What would come of a key before there is one; for those who may make it, and by the same rules. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AcceptedByResource {

    private final RealmModel realm;
    private final RealmKeys realmKeys;
    private final AdminPermissionEvaluator auth;
    private final NewKeyOwner owners;

    AcceptedByResource(KeycloakSession session, RealmModel realm, RealmKeys realmKeys, AdminPermissionEvaluator auth) {
        this.realm = realm;
        this.realmKeys = realmKeys;
        this.auth = auth;
        this.owners = new NewKeyOwner(session, realm, auth, realmKeys.directory());
    }

    /** Changes nothing; a POST, because a list of scopes can be longer than an address. */
    @POST
    public Response preview(String body) {
        auth.clients().requireList();
        ObjectNode json = Answers.object(body);
        ClientModel client =
                new NamedClients(realm).require(json.path("clientId").asText(""));
        auth.clients().requireManage(client);
        KeyOwner owner = owners.read(json, client);
        KeyDraftReader.GrantReading reading = new KeyDraftReader(new ClientScopes(client)).readGrant(json);
        Answers.refuseIfAny(reading.violations());
        return Answers.ok(new EffectJson(realm)
                .addTo(
                        JsonSerialization.createObjectNode(),
                        realmKeys.directory().principalOf(owner, reading.grant())));
    }
}
