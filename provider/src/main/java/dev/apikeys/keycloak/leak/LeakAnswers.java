package dev.apikeys.keycloak.leak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.StorageOutage;
import dev.apikeys.keycloak.rest.Answers;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.util.JsonSerialization;

/** Answers of these doors: errors as RFC 6749 §5.2 has them, in sentences that repeat nothing of the request. */
final class LeakAnswers {

    /** As if there were no such door. */
    static final String OFF = "The realm does not offer this";

    /** As long as an address that has not answered is left alone. */
    private static final int RETRY_SECONDS = 60;

    private LeakAnswers() {}

    /** The same whether or not there was anything to do (RFC 7009 §2.2). */
    static Response done() {
        return Response.ok()
                .type(MediaType.TEXT_PLAIN_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LENGTH, 0)
                .build();
    }

    /** To be sent again. */
    static Response later(String description) {
        return later(description, RETRY_SECONDS);
    }

    /** To be sent again after so many seconds. */
    static Response later(String description, int seconds) {
        return Answers.of(Response.Status.SERVICE_UNAVAILABLE, error(StorageOutage.CODE, description))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    static Response refused(Response.Status status, String description) {
        String error = status == Response.Status.NOT_FOUND ? "not_found" : "invalid_request";
        return Answers.of(status, error(error, description)).build();
    }

    private static ObjectNode error(String error, String description) {
        return JsonSerialization.createObjectNode().put("error", error).put("error_description", description);
    }
}
