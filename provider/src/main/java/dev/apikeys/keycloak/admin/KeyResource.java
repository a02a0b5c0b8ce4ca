package dev.apikeys.keycloak.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.directory.ClientScopes;
import dev.apikeys.keycloak.keys.Change;
import dev.apikeys.keycloak.keys.KeyJson;
import dev.apikeys.keycloak.rest.Answers;
import dev.apikeys.keycloak.rest.KeyIds;
import dev.apikeys.keycloak.rest.KeyUsages;
import dev.apikeys.keycloak.rest.ListParameters;
import dev.apikeys.keycloak.rest.Outcomes;
import dev.apikeys.keycloak.store.KeyRepository;
import dev.apikeys.keycloak.store.StoredKey;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.BiFunction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** One key: read, change, switch, revoke, rotate, delete. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KeyResource {

    private final RealmModel realm;
    private final RealmKeys realmKeys;
    private final AdminPermissionEvaluator auth;
    private final KeyEvents events;
    private final ClientAccess clients;
    private final KeyAccess access;
    private final ListParameters parameters;
    private final String id;

    KeyResource(
            RealmModel realm,
            RealmKeys realmKeys,
            AdminPermissionEvaluator auth,
            KeyEvents events,
            ListParameters parameters,
            String id) {
        this.realm = realm;
        this.realmKeys = realmKeys;
        this.auth = auth;
        this.events = events;
        this.clients = new ClientAccess(realm, auth);
        this.access = new KeyAccess(clients, realmKeys.directory());
        this.parameters = parameters;
        this.id = id;
    }

    @GET
    public Response read() {
        StoredKey stored = viewable();
        return told(stored, represent(stored));
    }

    /** Changes what is given; what is absent stays, and the value stays in any case. */
    @PUT
    public Response update(String body) {
        StoredKey stored = manageable();
        access.requireActingAsSubject(stored.key());
        ObjectNode json = Answers.object(body);
        ClientModel client = realm.getClientById(stored.key().owner().clientId());
        if (client == null) {
            throw Answers.conflict("the client of key %s no longer exists".formatted(id));
        }
        Change change = realmKeys.requests().update(stored.key(), new ClientScopes(client), represent(stored), json);
        ObjectNode answer = answer(stored, change);
        events.updated(answer);
        return told(stored, answer);
    }

    @DELETE
    public Response delete() {
        ObjectNode representation = represent(manageable());
        realmKeys.repository().delete(id);
        events.deleted(representation);
        return Answers.noContent();
    }

    @POST
    @Path("enable")
    public Response enable() {
        StoredKey stored = manageable();
        access.requireActingAsSubject(stored.key());
        return acted(stored, realmKeys.administration().switchTo(stored.key(), true));
    }

    @POST
    @Path("disable")
    public Response disable() {
        StoredKey stored = manageable();
        return acted(stored, realmKeys.administration().switchTo(stored.key(), false));
    }

    /** Final. Revoking a revoked key changes nothing. */
    @POST
    @Path("revoke")
    public Response revoke() {
        StoredKey stored = manageable();
        String by = auth.adminAuth().getUser().getId();
        Change change = realmKeys.administration().revoke(stored.key(), by);
        if (!Outcomes.done(change).key().equals(stored.key())) {
            realmKeys.notices().revoked(Outcomes.done(change).key());
        }
        return acted(stored, change);
    }

    /** Hands out another value; the body may say for how many seconds the present one stays good. */
    @POST
    @Path("rotate")
    public Response rotate(String body) {
        StoredKey stored = manageable();
        access.requireActingAsSubject(stored.key());
        Change.Done done = Outcomes.done(realmKeys.requests().rotate(stored.key(), Answers.optionalObject(body)));
        ObjectNode representation = represent(new StoredKey(done.key(), stored.lastUsedAt()));
        events.acted(representation);
        return Answers.of(Response.Status.OK, Outcomes.withValue(access.addTo(representation, done.key()), done))
                .build();
    }

    /** How the key was used: by the hour or by the day, allowed and denied by reason. */
    @GET
    @Path("usage")
    public Response usage() {
        return new KeyUsages(realmKeys, parameters).of(viewable().key());
    }

    private Response acted(StoredKey stored, Change change) {
        ObjectNode answer = answer(stored, change);
        if (!Outcomes.done(change).key().equals(stored.key())) {
            events.acted(answer);
        }
        return told(stored, answer);
    }

    private ObjectNode answer(StoredKey stored, Change change) {
        return represent(new StoredKey(Outcomes.done(change).key(), stored.lastUsedAt()));
    }

    private ObjectNode represent(StoredKey key) {
        return new KeyJson(realm, realmKeys.directory())
                .write(key, realmKeys.clock().instant());
    }

    private Response told(StoredKey key, ObjectNode representation) {
        return Answers.ok(access.addTo(representation, key.key()));
    }

    private StoredKey viewable() {
        auth.clients().requireList();
        StoredKey stored = found(KeyRepository::findById);
        clients.requireView(stored.key().owner().clientId());
        return stored;
    }

    /** Locked, so that changes of the same key come one after the other. */
    private StoredKey manageable() {
        auth.clients().requireList();
        StoredKey stored = found(KeyRepository::lockById);
        clients.requireManage(stored.key().owner().clientId());
        return stored;
    }

    private StoredKey found(BiFunction<KeyRepository, String, Optional<StoredKey>> finder) {
        if (!KeyIds.isOne(id)) {
            throw Answers.notFound();
        }
        return finder.apply(realmKeys.repository(), id).orElseThrow(Answers::notFound);
    }
}
