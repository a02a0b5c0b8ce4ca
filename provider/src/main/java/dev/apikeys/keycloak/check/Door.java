package dev.apikeys.keycloak.check;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.keycloak.CallCost;
import dev.apikeys.keycloak.CallerIp;
import dev.apikeys.keycloak.DenialEvents;
import dev.apikeys.keycloak.KeyHeaders;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.StorageOutage;
import dev.apikeys.keycloak.check.Answer.Refused;
import dev.apikeys.keycloak.check.Asker.Anybody;
import dev.apikeys.keycloak.check.Asker.Gateway;
import dev.apikeys.keycloak.keys.JsonFields;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * One request at this door: who asks, about which key, and what. Nothing is said of a key before it is known that the
 * asker is a gateway, or that the API lets everybody ask.
 */
final class Door {

    private final KeycloakSession session;
    private final KeycloakContext context;
    private final RealmModel realm;
    private final RealmKeys realmKeys;
    private final Audiences audiences;
    private final KeyCheck keyCheck;

    Door(KeycloakSession session, DenialEvents denialEvents) {
        this.session = session;
        this.context = session.getContext();
        this.realm = context.getRealm();
        this.realmKeys = RealmKeys.forChecks(session, realm);
        this.audiences = new Audiences(realm);
        this.keyCheck = new KeyCheck(session, realmKeys, denialEvents);
    }

    /** Answers what the query asks. */
    Response answerQuery() {
        return answerPath(query());
    }

    /** Answers what the path asks; the query is the caller's. */
    Response answerPath(JsonFields asked) {
        return orUnavailable(() -> http().of(answer(asked)));
    }

    /** The answer, or 503 when the database could not be asked. */
    Response orUnavailable(Supplier<Response> answer) {
        return StorageOutage.answer(session, answer, () -> http().of(new Refused(Refusal.UNAVAILABLE)));
    }

    /** The parameters of the query. */
    private JsonFields query() {
        return CheckQuery.fields(context.getHttpRequest().getUri().getQueryParameters());
    }

    HttpAnswers http() {
        return new HttpAnswers(realm, RefusalFormats.of(realmKeys.settings()), realmKeys.clock());
    }

    KeyCheck keyCheck() {
        return keyCheck;
    }

    Audiences audiences() {
        return audiences;
    }

    /** No credentials over a connection that the realm does not trust. */
    private Optional<Refusal> refusalOfConnection() {
        boolean refused = realm.getSslRequired().isRequired(context.getConnection())
                && !"https".equals(context.getUri().getBaseUri().getScheme());
        return refused ? Optional.of(Refusal.HTTPS_REQUIRED) : Optional.empty();
    }

    /** The gateway behind a request of which only gateways know the form, or why there is none. Nothing of its body is read. */
    GatewayOnly gatewayOnly() {
        Optional<Refusal> refusal = refusalOfConnection();
        if (refusal.isPresent()) {
            return new GatewayOnly.Refused(refusal.get());
        }
        JsonFields fields = query();
        Optional<String> named = CheckQuery.clientIdAlone(fields);
        if (!fields.violations().isEmpty()) {
            return new GatewayOnly.Refused(Refusal.badRequest(fields.violations()));
        }
        return asker(named) instanceof Gateway gateway
                ? new GatewayOnly.Known(gateway, fields)
                : new GatewayOnly.Refused(Refusal.INVALID_CLIENT);
    }

    /**
     * Who asks.
     *
     * @param named who the gateway says it is, where only the gateway can have written it
     */
    private Asker asker(Optional<String> named) {
        return new GatewayAuthentication(session).asker(named);
    }

    private Answer answer(JsonFields asked) {
        Optional<Refusal> refusal = refusalOfConnection();
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        CheckQuery query = CheckQuery.read(asked);
        KeyInRequest key = KeyInRequest.in(context.getHttpRequest().getHttpHeaders(), realmKeys);
        if (key.contradicted()) {
            asked.refuse(KeyHeaders.X_API_KEY + ", " + HttpHeaders.AUTHORIZATION, "two API keys", "one API key");
        }
        if (!asked.violations().isEmpty()) {
            return new Refused(Refusal.badRequest(asked.violations()));
        }
        Asker asker = isOpen(query) ? new Anybody() : asker(query.clientId());
        if (asker instanceof Gateway gateway) {
            return answer(gateway, query, key, asked);
        }
        return asker instanceof Anybody ? answerAnybody(query, key, asked) : new Refused(Refusal.INVALID_CLIENT);
    }

    /** Where anybody may ask, the credentials are the caller's unless the gateway says that they are its own. */
    private boolean isOpen(CheckQuery query) {
        return query.clientId().isEmpty()
                && query.audience().flatMap(audiences::findOpen).isPresent();
    }

    private Answer answer(Gateway gateway, CheckQuery query, KeyInRequest key, JsonFields asked) {
        Optional<ClientModel> audience = query.audience()
                .map(name -> audience(name, gateway, asked))
                .orElseGet(() -> Optional.of(gateway.client()));
        Optional<IpAddress> caller = query.clientIp()
                .or(() -> CallerIp.forwardedBy(context.getHttpRequest().getHttpHeaders()));
        return audience.map(api -> keyCheck.answer(question(gateway, query, key, api, caller)))
                .orElseGet(() -> new Refused(Refusal.badRequest(asked.violations())));
    }

    private Optional<ClientModel> audience(String name, Gateway gateway, JsonFields asked) {
        Parsed<ClientModel> found = audiences.find(name, gateway.client());
        if (found instanceof Parsed.Bad<ClientModel> bad) {
            asked.refuse(CheckQuery.AUDIENCE, name, bad.allowed());
        }
        return found.toOptional();
    }

    private Answer answerAnybody(CheckQuery query, KeyInRequest key, JsonFields asked) {
        if (query.audience().isEmpty()) {
            asked.refuse(
                    CheckQuery.AUDIENCE, "", "the client id of an API with open checks, or credentials of a gateway");
            return new Refused(Refusal.badRequest(asked.violations()));
        }
        Optional<ClientModel> audience = query.audience().flatMap(audiences::findOpen);
        if (audience.isEmpty()) {
            return new Refused(Refusal.INVALID_CLIENT);
        }
        query.clientIp().ifPresent(said -> asked.refuse(CallerIp.PARAMETER, said.toString(), Anybody.NOTHING));
        query.cost().ifPresent(said -> asked.refuse(CheckQuery.COST, said.toString(), Anybody.NOTHING));
        if (query.token()) {
            asked.refuse(CheckQuery.TOKEN, "true", Anybody.NOTHING);
        }
        return asked.violations().isEmpty()
                ? keyCheck.answer(question(new Anybody(), query, key, audience.get(), CallerIp.ofConnection(session)))
                : new Refused(Refusal.badRequest(asked.violations()));
    }

    private static KeyQuestion question(
            Asker asker, CheckQuery query, KeyInRequest key, ClientModel audience, Optional<IpAddress> caller) {
        return new KeyQuestion(
                asker,
                key.value(),
                audience,
                caller,
                query.scopes(),
                query.cost().orElse(CallCost.ONE),
                query.token(),
                query.limitedStatus());
    }
}
