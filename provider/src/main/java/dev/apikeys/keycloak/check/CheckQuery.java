package dev.apikeys.keycloak.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Parsed;
import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.keycloak.CallCost;
import dev.apikeys.keycloak.CallerIp;
import dev.apikeys.keycloak.RequiredScopes;
import dev.apikeys.keycloak.keys.JsonFields;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a key.
 *
 * @param audience the client id of the API that the key is presented to; empty for the gateway itself
 * @param scopes all of them are needed
 * @param cost empty when nothing is said
 * @param token whether a token for the API is wanted
 * @param limitedStatus the status for a key whose limit is used up
 * @param clientId who the gateway says it is
 */
record CheckQuery(
        Optional<String> audience,
        Set<String> scopes,
        Optional<Integer> cost,
        Optional<IpAddress> clientIp,
        boolean token,
        int limitedStatus,
        Optional<String> clientId) {

    static final String AUDIENCE = "audience";
    static final String COST = "cost";
    static final String SCOPE = "scope";
    static final String TOKEN = "token";

    /** Which client the gateway is; needed by those that authenticate by a certificate. */
    static final String CLIENT_ID = "client_id";

    private static final String LIMITED = "limited";
    private static final Set<String> NAMES =
            Set.of(AUDIENCE, SCOPE, COST, CallerIp.PARAMETER, TOKEN, LIMITED, CLIENT_ID);

    CheckQuery {
        scopes = Set.copyOf(scopes);
    }

    /** The parameters of a query, each of which may stand there once; scopes may be spread over several. */
    static JsonFields fields(MultivaluedMap<String, String> query) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        JsonFields fields = new JsonFields(json);
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            String text = String.join(" ", parameter.getValue());
            if (parameter.getValue().size() > 1 && !parameter.getKey().equals(SCOPE)) {
                fields.refuse(parameter.getKey(), text, "one value");
            } else {
                json.put(parameter.getKey(), text);
            }
        }
        return fields;
    }

    /** Reads parameters that are all texts; what cannot be read is refused, and so is what has no meaning. */
    static CheckQuery read(JsonFields fields) {
        fields.refuseUnknown(NAMES);
        return new CheckQuery(
                fields.value(AUDIENCE, CheckQuery::name, Optional.empty()),
                fields.value(SCOPE, CheckQuery::scopes, Optional.empty()).orElse(Set.of()),
                fields.value(COST, CallCost::read, Optional.empty()),
                fields.value(CallerIp.PARAMETER, CallerIp::read, Optional.empty()),
                fields.value(TOKEN, CheckQuery::flag, Optional.empty()).orElse(false),
                fields.value(LIMITED, CheckQuery::status, Optional.empty()).orElse(Status.TOO_MANY_REQUESTS),
                fields.value(CLIENT_ID, CheckQuery::name, Optional.empty()));
    }

    /** Who the gateway says it is, where nothing else is asked in the query. */
    static Optional<String> clientIdAlone(JsonFields fields) {
        fields.refuseUnknown(Set.of(CLIENT_ID));
        return fields.value(CLIENT_ID, CheckQuery::name, Optional.empty());
    }

    private static Parsed<String> name(String text) {
        return text.isEmpty() ? Parsed.bad("the client id of a client of the realm") : Parsed.good(text);
    }

    /** At least one: a variable of the gateway that is not set must not make a check of nothing. */
    static Parsed<Set<String>> scopes(String text) {
        return RequiredScopes.words(text).isEmpty()
                ? Parsed.bad("names of scopes; nothing of this name where none is needed")
                : RequiredScopes.read(text);
    }

    private static Parsed<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Parsed.good(true);
            case "false" -> Parsed.good(false);
            default -> Parsed.bad("true or false");
        };
    }

    private static Parsed<Integer> status(String text) {
        return switch (text) {
            case "403" -> Parsed.good(Status.FORBIDDEN);
            case "429" -> Parsed.good(Status.TOO_MANY_REQUESTS);
            default -> Parsed.bad("403 or 429");
        };
    }
}
