package dev.apikeys.keycloak.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.keycloak.directory.KeyClients;
import dev.apikeys.keycloak.keys.CatalogueJson;
import dev.apikeys.keycloak.keys.Change;
import dev.apikeys.keycloak.keys.KeyAdministration;
import dev.apikeys.keycloak.keys.PoliciesJson;
import dev.apikeys.keycloak.rest.Answers;
import dev.apikeys.keycloak.rest.ListParameters;
import dev.apikeys.keycloak.rest.NamedClients;
import dev.apikeys.keycloak.rest.Outcomes;
import dev.apikeys.keycloak.store.KeyFilter;
import dev.apikeys.keycloak.store.KeyPage;
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

/**
 * The keys within reach of the caller: list, count, create, and what new ones can be. They are personal keys, unless the
 * owner type asks for keys of clients that the caller looks after.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountResource {

    private final AccountContext context;

    AccountResource(AccountContext context) {
        this.context = context;
    }

    @GET
    public Response list() {
        context.caller().requireView();
        ListParameters parameters = parameters();
        Optional<KeyFilter> filter = filter(parameters);
        KeyPage page = parameters.page();
        Answers.refuseIfAny(parameters.violations());
        Instant now = context.realmKeys().clock().instant();
        AccountKeyJson json = new AccountKeyJson(context);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        filter.map(some -> context.realmKeys().repository().list(some, page, now))
                .orElse(List.of())
                .forEach(key -> array.add(json.write(key)));
        return Answers.ok(array);
    }

    /** How many keys the list has over all pages. */
    @GET
    @Path("count")
    public Response count() {
        context.caller().requireView();
        ListParameters parameters = parameters();
        Optional<KeyFilter> filter = filter(parameters);
        Answers.refuseIfAny(parameters.violations());
        Instant now = context.realmKeys().clock().instant();
        long count = filter.map(some -> context.realmKeys().repository().count(some, now))
                .orElse(0L);
        return Answers.ok(JsonNodeFactory.instance.numberNode(count));
    }

    /** Makes a key; the answer carries the plaintext, and no later one does. */
    @POST
    public Response create(String body) {
        context.caller().requireManage();
        if (context.caller().isImpersonated()) {
            context.events().impersonated(Optional.empty());
            throw AccountKey.impersonated();
        }
        Optional<Response> stale =
                context.recentLogin().refusal(context.caller().token());
        if (stale.isPresent()) {
            context.events().loginTooOld(Optional.empty());
            return stale.get();
        }
        Change change = context.events().reading(Optional.empty(), CredentialEvents.Action.CREATE, () -> made(body));
        context.events().report(change, Optional.empty(), CredentialEvents.Action.CREATE);
        Change.Done done = Outcomes.done(change);
        ObjectNode representation = new AccountKeyJson(context).write(new StoredKey(done.key(), Optional.empty()));
        return Answers.of(Response.Status.CREATED, Outcomes.withValue(representation, done))
                .location(context.session()
                        .getContext()
                        .getUri()
                        .getAbsolutePathBuilder()
                        .path(done.key().id())
                        .build())
                .build();
    }

    private Change made(String body) {
        ObjectNode json = Answers.object(body);
        Reach reach = reach(json);
        ClientModel client = client(reach, json.path("clientId").asText(""));
        KeyOwner owner = reach.owner(client);
        List<Violation> violations = OwnersFields.violationsOfNew(json, owner);
        if (!violations.isEmpty()) {
            return new Change.Invalid(violations);
        }
        return KeyClients.limitViolation(client).isPresent()
                ? KeyAdministration.NOT_SET_UP
                : context.requests().create(owner, reach.scopes(client), json);
    }

    /** What the caller's keys of a client can be given. */
    @GET
    @Path("scopes")
    public Response scopes() {
        context.caller().requireView();
        ListParameters parameters = parameters();
        Optional<String> clientId = parameters.text("clientId");
        Reach reach = reach(parameters);
        Answers.refuseIfAny(parameters.violations());
        return Answers.ok(CatalogueJson.writeEffective(reach.scopes(client(reach, clientId.orElse("")))));
    }

    @Path("clients")
    public AccountClients clients() {
        ListParameters parameters = parameters();
        return new AccountClients(context, reach(parameters), parameters);
    }

    /** What new keys must keep to. */
    @GET
    @Path("policies")
    public Response policies() {
        context.caller().requireView();
        ObjectNode json = PoliciesJson.write(context.realmKeys().settings());
        json.putObject("access").put("create", context.caller().mayMake());
        return Answers.ok(json);
    }

    @Path("{id}")
    public AccountKey key(@PathParam("id") String id) {
        return new AccountKey(context, parameters(), id);
    }

    private ListParameters parameters() {
        return new ListParameters(context.session().getContext().getUri().getQueryParameters());
    }

    private Optional<KeyFilter> filter(ListParameters parameters) {
        return parameters.filter(context.realm(), Optional.empty()).map(reach(parameters)::narrow);
    }

    private Reach reach(ListParameters parameters) {
        return parameters.clientKeys() ? new OrganizationKeys(context) : new OwnKeys(context);
    }

    /** What the field says that is for this door alone. */
    private Reach reach(ObjectNode json) {
        JsonNode ownerType = json.remove("ownerType");
        String text = ownerType == null || ownerType.isNull() ? "user" : ownerType.asText();
        return switch (text) {
            case "user" -> new OwnKeys(context);
            case "service_account" -> new OrganizationKeys(context);
            default -> throw Answers.refusal(List.of(new Violation("ownerType", text, "user, service_account")));
        };
    }

    /** The client, or 400: a client that is not served is not told apart from one that does not exist. */
    private ClientModel client(Reach reach, String clientId) {
        return new NamedClients(context.realm())
                .find(clientId)
                .filter(reach::serves)
                .orElseThrow(
                        () -> NamedClients.refusal(clientId, "the client id of a client that the list of clients has"));
    }
}
