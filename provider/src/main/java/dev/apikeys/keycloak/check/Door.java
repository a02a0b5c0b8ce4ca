package dev.apikeys.keycloak.check;

import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.CallerIp;
import dev.apikeys.keycloak.DenialEvents;
import dev.apikeys.keycloak.KeyHeaders;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.check.Answer.Refused;
import dev.apikeys.keycloak.check.Asker.Anybody;
import dev.apikeys.keycloak.check.Asker.Gateway;
import dev.apikeys.keycloak.keys.JsonFields;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
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
        this.realmKeys = new RealmKeys(session, realm);
        this.audiences = new Audiences(realm);
        this.keyCheck = new KeyCheck(session, realmKeys, denialEvents);
    }

    /** Answers what the query asks. */
    Response answerQuery() {
        return http().of(answer(
                CheckQuery.fields(context.getHttpRequest().getUri().getQueryParameters()), true));
    }

    /** Answers what the path asks; the query is the caller's. */
    Response answerPath(JsonFields asked) {
        return http().of(answer(asked, false));
    }

    HttpAnswers http() {
        return new HttpAnswers(realm, realmKeys.settings().get(RealmSettings.ERROR_FORMAT), realmKeys.clock());
    }

    KeyCheck keyCheck() {
        return keyCheck;
    }

    Audiences audiences() {
        return audiences;
    }

    /** No credentials over a connection that the realm does not trust. */
    Optional<Refusal> refusalOfConnection() {
        boolean refused = realm.getSslRequired().isRequired(context.getConnection())
                && !"https".equals(context.getUri().getBaseUri().getScheme());
        return refused ? Optional.of(Refusal.HTTPS_REQUIRED) : Optional.empty();
    }

    Asker asker(boolean queryIsTheGateways) {
        return new GatewayAuthentication(session).asker(queryIsTheGateways);
    }

    private Answer answer(JsonFields asked, boolean queryIsTheGateways) {
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
        Asker asker = asker(queryIsTheGateways);
        if (asker instanceof Gateway gateway) {
            return answer(gateway, query, key, asked);
        }
        return asker instanceof Anybody ? answerAnybody(query, key, asked) : new Refused(Refusal.INVALID_CLIENT);
    }

    private Answer answer(Gateway gateway, CheckQuery query, KeyInRequest key, JsonFields asked) {
        Optional<ClientModel> audience =
                query.audience().map(audiences::find).orElseGet(() -> Optional.of(gateway.client()));
        if (audience.isEmpty()) {
            asked.refuse(CheckQuery.AUDIENCE, query.audience().orElse(""), Audiences.ALLOWED);
        } else if (query.token() && !gateway.mayHaveTokensFor(audience.get())) {
            asked.refuse(CheckQuery.TOKEN, "true", Gateway.TOKENS_ALLOWED);
        }
        Optional<IpAddress> caller = query.clientIp()
                .or(() -> CallerIp.forwardedBy(context.getHttpRequest().getHttpHeaders()));
        return asked.violations().isEmpty()
                ? keyCheck.answer(question(query, key, audience.orElseThrow(), caller))
                : new Refused(Refusal.badRequest(asked.violations()));
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
        if (query.token()) {
            asked.refuse(CheckQuery.TOKEN, "true", Anybody.NOTHING);
        }
        return asked.violations().isEmpty()
                ? keyCheck.answer(question(query, key, audience.get(), CallerIp.ofConnection(session)))
                : new Refused(Refusal.badRequest(asked.violations()));
    }

    private static KeyQuestion question(
            CheckQuery query, KeyInRequest key, ClientModel audience, Optional<IpAddress> caller) {
        return new KeyQuestion(
                key.value(), audience, caller, query.scopes(), query.cost(), query.token(), query.limitedStatus());
    }
}
