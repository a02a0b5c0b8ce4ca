package dev.apikeys.keycloak.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.directory.ClientScopes;
import dev.apikeys.keycloak.directory.EnabledClients;
import dev.apikeys.keycloak.keys.CatalogueJson;
import dev.apikeys.keycloak.keys.Change;
import dev.apikeys.keycloak.keys.KeyJson;
import dev.apikeys.keycloak.keys.PoliciesJson;
import dev.apikeys.keycloak.rest.Answers;
import dev.apikeys.keycloak.rest.ListParameters;
import dev.apikeys.keycloak.rest.NamedClients;
import dev.apikeys.keycloak.rest.Outcomes;
import dev.apikeys.keycloak.store.KeyFilter;
import dev.apikeys.keycloak.store.KeyPage;
import dev.apikeys.keycloak.store.ScopeUse;
import dev.apikeys.keycloak.store.StoredKey;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The keys of a realm: list, count, create. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KeysResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmKeys realmKeys;
    private final AdminPermissionEvaluator auth;
    private final KeyEvents events;

    KeysResource(
            KeycloakSession session,
            RealmModel realm,
            RealmKeys realmKeys,
            AdminPermissionEvaluator auth,
            KeyEvents events) {
        this.session = session;
        this.realm = realm;
        this.realmKeys = realmKeys;
        this.auth = auth;
        this.events = events;
    }

    /** The keys that the caller may view, filtered, sorted and paged by the database. */
    @GET
    public Response list() {
        auth.clients().requireList();
        ListParameters parameters = parameters();
        Optional<KeyFilter> filter = parameters.filter(realm, clientAccess().visible(realmKeys.repository()));
        KeyPage page = parameters.page();
        Answers.refuseIfAny(parameters.violations());
        Instant now = realmKeys.clock().instant();
        KeyJson json = new KeyJson(realm, realmKeys.directory());
        KeyAccess access = access();
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        filter.map(some -> realmKeys.repository().list(some, page, now))
                .orElse(List.of())
                .forEach(key -> array.add(access.addTo(json.write(key, now), key.key())));
        return Answers.ok(array);
    }

    /** How many keys the list has over all pages. */
    @GET
    @Path("count")
    public Response count() {
        auth.clients().requireList();
        ListParameters parameters = parameters();
        Optional<KeyFilter> filter = parameters.filter(realm, clientAccess().visible(realmKeys.repository()));
        Answers.refuseIfAny(parameters.violations());
        Instant now = realmKeys.clock().instant();
        long count = filter.map(some -> realmKeys.repository().count(some, now)).orElse(0L);
        return Answers.ok(JsonNodeFactory.instance.numberNode(count));
    }

    /** Makes a key; the answer carries the plaintext, and no later one does. */
    @POST
    public Response create(String body) {
        auth.clients().requireList();
        ObjectNode json = Answers.object(body);
        ClientModel client = client(json.path("clientId").asText(""));
        auth.clients().requireManage(client);
        KeyOwner owner = new NewKeyOwner(session, realm, auth, realmKeys.directory()).read(json, client);
        Change.Done done = Outcomes.done(realmKeys.requests().create(owner, new ClientScopes(client), json));

        StoredKey stored = new StoredKey(done.key(), Optional.empty());
        ObjectNode representation = new KeyJson(realm, realmKeys.directory())
                .write(stored, realmKeys.clock().instant());
        events.created(done.key().id(), representation);
        return Answers.of(Response.Status.CREATED, Outcomes.withValue(access().addTo(representation, done.key()), done))
                .location(session.getContext()
                        .getUri()
                        .getAbsolutePathBuilder()
                        .path(done.key().id())
                        .build())
                .build();
    }

    /** What keys of a client can be given. */
    @GET
    @Path("scopes")
    public Response scopes() {
        auth.clients().requireList();
        ListParameters parameters = parameters();
        ClientModel client = client(parameters.text("clientId").orElse(""));
        auth.clients().requireView(client);
        Answers.refuseIfAny(parameters.violations());
        return Answers.ok(CatalogueJson.write(new ClientScopes(client)));
    }

    @Path("accepted-by")
    public AcceptedByResource acceptedBy() {
        return new AcceptedByResource(session, realm, realmKeys, auth);
    }

    /** The client of the page that stands beside the console. */
    @Path("ui-client")
    public UiClientResource uiClient() {
        return new UiClientResource(session, realm, auth);
    }

    @Path("clients")
    public ClientsResource clients() {
        return new ClientsResource(new EnabledClients(session, realm), auth, parameters());
    }

    /** What new keys must keep to. */
    @GET
    @Path("policies")
    public Response policies() {
        auth.clients().requireList();
        return Answers.ok(PoliciesJson.write(realmKeys.settings()));
    }

    @Path("settings")
    public SettingsResource settings() {
        return new SettingsResource(realm, realmKeys, auth, events);
    }

    @Path("scope-groups")
    public ScopeGroupsResource scopeGroups() {
        return new ScopeGroupsResource(realm, new ScopeUse(session, realm), auth);
    }

    @Path("import")
    public ImportResource imports() {
        return new ImportResource(session, realm, clientAccess(), auth.adminAuth());
    }

    @Path("export")
    public ExportResource exports() {
        return new ExportResource(session, realm, clientAccess(), auth.adminAuth(), parameters());
    }

    @Path("{id}")
    public KeyResource key(@PathParam("id") String id) {
        return new KeyResource(realm, realmKeys, auth, events, parameters(), id);
    }

    private ClientAccess clientAccess() {
        return new ClientAccess(realm, auth);
    }

    private KeyAccess access() {
        return new KeyAccess(clientAccess(), realmKeys.directory());
    }

    private ListParameters parameters() {
        return new ListParameters(session.getContext().getUri().getQueryParameters());
    }

    private ClientModel client(String clientId) {
        return new NamedClients(realm).require(clientId);
    }
}
