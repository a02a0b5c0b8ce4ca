package dev.apikeys.keycloak.introspection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.verify.Presented;
import dev.apikeys.core.verify.Verdict;
import dev.apikeys.core.verify.Verdict.Allowed;
import dev.apikeys.core.verify.Verdict.Denied;
import dev.apikeys.core.verify.Verdict.Found;
import dev.apikeys.keycloak.DenialEvents;
import dev.apikeys.keycloak.RateLimitJson;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.directory.LivePrincipal;
import dev.apikeys.keycloak.usage.DoorName;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/** Answers an introspection request for a key: convert the request, decide, answer. */
final class KeyIntrospection {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmKeys realmKeys;
    private final DenialEvents denialEvents;

    KeyIntrospection(KeycloakSession session, RealmModel realm, RealmKeys realmKeys, DenialEvents denialEvents) {
        this.session = session;
        this.realm = realm;
        this.realmKeys = realmKeys;
        this.denialEvents = denialEvents;
    }

    /** Always 200, but for a parameter that cannot be read. */
    Response answer(KeyValue value, EventBuilder event) {
        ClientModel resourceServer = session.getContext().getClient();
        IntrospectionParameters parameters = new IntrospectionParameters(
                session.getContext().getHttpRequest().getDecodedFormParameters());
        Presented presented = parameters.read(value, resourceServer.getClientId());
        Verdict verdict = realmKeys.verifier(DoorName.INTROSPECTION).verify(presented, parameters.cost());
        ObjectNode json = verdict instanceof Allowed allowed
                ? allowed(allowed, resourceServer, event)
                : denied((Denied) verdict, resourceServer, event);
        return Response.ok(json.toString())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private ObjectNode allowed(Allowed allowed, ClientModel resourceServer, EventBuilder event) {
        Found found = allowed.found();
        LivePrincipal principal = realmKeys.directory().principalOf(found.key());
        ActiveAnswer answer = new ActiveAnswer(session, realmKeys);
        ObjectNode json = answer.write(found, principal, resourceServer);
        RateLimitJson.write(allowed.limits(), json);
        describe(event, found).success();
        return json;
    }

    private ObjectNode denied(Denied denied, ClientModel resourceServer, EventBuilder event) {
        ObjectNode json = JsonSerialization.createObjectNode();
        json.put("active", false);
        if (realmKeys.settings().get(RealmSettings.DISCLOSE_REASON) && denied.concerns(resourceServer.getClientId())) {
            InactiveAnswer.disclose(denied, json);
        }
        denied.found().ifPresent(found -> describe(event, found));
        denialEvents.report(realm, denied.reason(), () -> event);
        return json;
    }

    private EventBuilder describe(EventBuilder event, Found found) {
        return DenialEvents.describe(event, found.key(), realmKeys.directory().principalOf(found.key()));
    }
}
