package dev.apikeys.keycloak.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.account.CredentialEvents.Action;
import dev.apikeys.keycloak.keys.Change;
import dev.apikeys.keycloak.rest.Answers;
import dev.apikeys.keycloak.rest.KeyIds;
import dev.apikeys.keycloak.rest.KeyUsages;
import dev.apikeys.keycloak.rest.ListParameters;
import dev.apikeys.keycloak.rest.Outcomes;
import dev.apikeys.keycloak.store.KeyRepository;
import dev.apikeys.keycloak.store.StoredKey;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.keycloak.models.ClientModel;
import org.keycloak.services.ErrorResponse;

/** One key within reach: read, change, switch, revoke, rotate. What only takes away needs no self-service. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountKey {

    private final AccountContext context;
    private final AccountKeyJson json;
    private final ListParameters parameters;
    private final String id;

    AccountKey(AccountContext context, ListParameters parameters, String id) {
        this.context = context;
        this.parameters = parameters;
        this.json = new AccountKeyJson(context);
        this.id = id;
    }

    @GET
    public Response read() {
        context.caller().requireView();
        return Answers.ok(json.write(found(KeyRepository::findById)));
    }

    /** How the key was used: by the hour or by the day, allowed and denied by reason. */
    @GET
    @Path("usage")
    public Response usage() {
        context.caller().requireView();
        return new KeyUsages(context.realmKeys(), parameters)
                .of(found(KeyRepository::findById).key());
    }

    /** Changes what is given; what is absent stays, and the value stays in any case. */
    @PUT
    public Response update(String body) {
        StoredKey stored = renewable();
        ObjectNode wanted =
                context.events().reading(Optional.of(stored.key()), Action.UPDATE, () -> Answers.object(body));
        ObjectNode now = json.write(stored);
        List<Violation> violations = OwnersFields.violationsOfChange(wanted, now);
        Change change = violations.isEmpty()
                ? context.requests()
                        .update(stored.key(), context.reach(stored.key()).scopes(client(stored.key())), now, wanted)
                : new Change.Invalid(violations);
        return changed(stored, change, Action.UPDATE);
    }

    @POST
    @Path("enable")
    public Response enable() {
        StoredKey stored = renewable();
        return changed(stored, context.realmKeys().administration().switchTo(stored.key(), true), Action.ENABLE);
    }

    @POST
    @Path("disable")
    public Response disable() {
        StoredKey stored = manageable();
        return changed(stored, context.realmKeys().administration().switchTo(stored.key(), false), Action.DISABLE);
    }

    /** Final. Revoking a revoked key changes nothing. */
    @POST
    @Path("revoke")
    public Response revoke() {
        StoredKey stored = manageable();
        String by = context.caller().user().getId();
        return changed(stored, context.realmKeys().administration().revoke(stored.key(), by), Action.REVOKE);
    }

    /** Hands out another value; the body may say for how many seconds the present one stays good. */
    @POST
    @Path("rotate")
    public Response rotate(String body) {
        StoredKey stored = renewable();
        Optional<Response> stale =
                context.recentLogin().refusal(context.caller().token());
        if (stale.isPresent()) {
            context.events().loginTooOld(Optional.of(stored.key()));
            return stale.get();
        }
        ObjectNode wanted =
                context.events().reading(Optional.of(stored.key()), Action.ROTATE, () -> Answers.optionalObject(body));
        return changed(stored, context.requests().rotate(stored.key(), wanted), Action.ROTATE);
    }

    /** The value, when there is a new one, is in the answer. */
    private Response changed(StoredKey stored, Change change, Action action) {
        context.events().report(change, Optional.of(stored.key()), action);
        Change.Done done = Outcomes.done(change);
        ObjectNode representation = json.write(new StoredKey(done.key(), stored.lastUsedAt()));
        return Answers.ok(Outcomes.withValue(representation, done));
    }

    /** 403 when the client no longer lets users have more than they have. */
    private StoredKey renewable() {
        StoredKey stored = manageable();
        ApiKey key = stored.key();
        if (context.caller().isImpersonated()) {
            context.events().impersonated(Optional.of(key));
            throw impersonated();
        }
        if (!json.isServed(key)) {
            context.events().notServed(key);
            throw ErrorResponse.error(
                    "keys of the client of key %s cannot be made or renewed by you now: it can be disabled and revoked"
                            .formatted(key.id()),
                    Response.Status.FORBIDDEN);
        }
        return stored;
    }

    /** 403: whoever is not the user gets nothing from the user's keys that would outlive the session. */
    static RuntimeException impersonated() {
        return ErrorResponse.error(
                "this is a session of an administrator who impersonates the user: keys can be disabled and revoked",
                Response.Status.FORBIDDEN);
    }

    private ClientModel client(ApiKey key) {
        return context.realm().getClientById(key.owner().clientId());
    }

    /** Locked, so that changes of the same key come one after the other. */
    private StoredKey manageable() {
        context.caller().requireManage();
        return found(KeyRepository::lockById);
    }

    private StoredKey found(BiFunction<KeyRepository, String, Optional<StoredKey>> finder) {
        return Optional.of(id)
                .filter(KeyIds::isOne)
                .flatMap(one -> finder.apply(context.realmKeys().repository(), one))
                .filter(stored -> context.reach(stored.key()).covers(stored.key()))
                .orElseThrow(Answers::notFound);
    }
}
