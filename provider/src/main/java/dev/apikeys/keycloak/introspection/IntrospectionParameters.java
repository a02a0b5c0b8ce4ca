package dev.apikeys.keycloak.introspection;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.Violation;
import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.verify.Presented;
import dev.apikeys.keycloak.CallCost;
import dev.apikeys.keycloak.CallerIp;
import dev.apikeys.keycloak.RequiredScopes;
import dev.apikeys.keycloak.keys.WithoutKeys;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.keycloak.OAuthErrorException;
import org.keycloak.services.ErrorResponseException;

/** The optional parameters beside the token; RFC 7662 §2.1 lets a server accept more than its own. */
final class IntrospectionParameters {

    private static final String SCOPE = "scope";
    private static final String COST = "cost";

    private final MultivaluedMap<String, String> form;

    IntrospectionParameters(MultivaluedMap<String, String> form) {
        this.form = form;
    }

    /** What is asked of the key, or 400 {@code invalid_request} that names the wrong parameter. */
    Presented read(KeyValue value, String resourceServer) {
        Parsed<Optional<IpAddress>> address = CallerIp.saidIn(form);
        if (address instanceof Parsed.Bad<?> bad) {
            throw refusal(new Violation(
                    CallerIp.PARAMETER, String.valueOf(form.getFirst(CallerIp.PARAMETER)), bad.allowed()));
        }
        return new Presented(
                value,
                Optional.of(resourceServer),
                address.toOptional().flatMap(said -> said),
                parameter(SCOPE).map(RequiredScopes::words).orElse(Set.of()));
    }

    /** How many calls to count, one unless it says otherwise, or 400 {@code invalid_request}. */
    int cost() {
        String text = parameter(COST).orElse(Integer.toString(CallCost.ONE));
        Parsed<Integer> cost = CallCost.read(text);
        if (cost instanceof Parsed.Bad<?> bad) {
            throw refusal(new Violation(COST, text, bad.allowed()));
        }
        return cost.toOptional().orElseThrow();
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(form.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static ErrorResponseException refusal(Violation violation) {
        return new ErrorResponseException(
                OAuthErrorException.INVALID_REQUEST, WithoutKeys.of(violation).message(), Response.Status.BAD_REQUEST);
    }
}
