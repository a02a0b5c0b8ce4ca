package dev.apikeys.keycloak.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import dev.apikeys.keycloak.keys.JsonFields;
import dev.apikeys.keycloak.keys.JsonObjects;
import dev.apikeys.keycloak.keys.WithoutKeys;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponse;
import org.keycloak.util.JsonSerialization;

/** JSON in and out, in the manner of Keycloak's admin REST API; nothing of it may be cached. */
public final class Answers {

    private static final CacheControl NO_STORE = noStore();

    /** Many times what the largest key needs; Keycloak itself would let users send megabytes, and seconds are lost on reading those. */
    private static final int MOST_CHARACTERS = 256 * 1024;

    private Answers() {}

    public static Response ok(JsonNode json) {
        return of(Response.Status.OK, json).build();
    }

    public static Response.ResponseBuilder of(Response.Status status, JsonNode json) {
        return Response.status(status)
                .entity(json.toString())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .cacheControl(NO_STORE);
    }

    public static Response noContent() {
        return Response.noContent().cacheControl(NO_STORE).build();
    }

    /** The body as a JSON object, or 400. */
    public static ObjectNode object(String body) {
        if (body.length() > MOST_CHARACTERS) {
            throw refusal(List.of(new Violation("body", "", "at most " + MOST_CHARACTERS + " characters")));
        }
        return JsonObjects.read(body).orElseThrow(() -> noObject(body));
    }

    /** So many bytes of the body and one more when there are more; 400 when the caller hangs up meanwhile, which is no error of ours. */
    public static byte[] bytes(InputStream body, int most) {
        try {
            return body.readNBytes(most + 1);
        } catch (IOException e) {
            throw refusal(List.of(new Violation("body", "", "sent to its end")));
        }
    }

    /** As for a field, a key that stands where it does not belong is not repeated. */
    private static WebApplicationException noObject(String body) {
        JsonFields fields = new JsonFields(JsonSerialization.createObjectNode());
        fields.refuse("body", body, "one JSON object without duplicate fields");
        return refusal(fields.violations());
    }

    /** The body as a JSON object, an empty one when there is no body; or 400. */
    public static ObjectNode optionalObject(String body) {
        return object(body.isBlank() ? "{}" : body);
    }

    /** 400 when anything is wrong. */
    public static void refuseIfAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw refusal(violations);
        }
    }

    /** 400, naming every field, what was written there and what is allowed. */
    public static WebApplicationException refusal(List<Violation> violations) {
        return ErrorResponse.errors(
                violations.stream().map(WithoutKeys::of).map(Answers::error).toList(), Response.Status.BAD_REQUEST);
    }

    public static WebApplicationException conflict(String message) {
        return ErrorResponse.error(message, Response.Status.CONFLICT);
    }

    public static WebApplicationException notFound() {
        return ErrorResponse.error("API key not found", Response.Status.NOT_FOUND);
    }

    private static ErrorRepresentation error(Violation violation) {
        return new ErrorRepresentation(violation.field(), violation.message(), null);
    }

    private static CacheControl noStore() {
        CacheControl control = new CacheControl();
        control.setNoStore(true);
        return control;
    }
}
