package dev.apikeys.keycloak.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.settings.ErrorFormat;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.TreeSet;

/** The body of a refusal, in the format that the realm has chosen. */
final class RefusalBody {

    private static final String TYPES = "urn:keycloak:params:api-keys:error:";

    /** Registered by draft-ietf-httpapi-ratelimit-headers-11 §10.2.1. */
    private static final String QUOTA_EXCEEDED = "https://iana.org/assignments/http-problem-types#quota-exceeded";

    /** The same, §10.2.2: no limit is used up, but nobody can count. */
    private static final String REDUCED_CAPACITY =
            "https://iana.org/assignments/http-problem-types#temporary-reduced-capacity";

    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private RefusalBody() {}

    static MediaType mediaType(ErrorFormat format) {
        return switch (format) {
            case PROBLEM -> PROBLEM;
            case ERROR_OBJECT, ERROR_STATUS, ERROR_TEXT -> MediaType.APPLICATION_JSON_TYPE;
        };
    }

    static ObjectNode of(Refusal refusal, ErrorFormat format) {
        return switch (format) {
            case PROBLEM -> problem(refusal);
            case ERROR_OBJECT -> errorObject(refusal.code().toUpperCase(Locale.ROOT), refusal);
            case ERROR_STATUS -> errorObject(String.valueOf(refusal.status()), refusal);
            case ERROR_TEXT -> errorText(refusal);
        };
    }

    /** RFC 9457. */
    private static ObjectNode problem(Refusal refusal) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("type", type(refusal))
                .put("title", refusal.title())
                .put("status", refusal.status())
                .put("detail", refusal.message())
                .put("code", refusal.code());
        refusal.delay().ifPresent(wait -> {
            ArrayNode policies = json.putArray("violated-policies");
            new TreeSet<>(wait.policies()).forEach(policies::add);
            json.put("retry_after", wait.seconds());
        });
        return json;
    }

    private static String type(Refusal refusal) {
        return refusal.delay()
                .map(wait -> wait.policies().isEmpty() ? REDUCED_CAPACITY : QUOTA_EXCEEDED)
                .orElse(TYPES + refusal.code());
    }

    private static ObjectNode errorObject(String code, Refusal refusal) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("error").put("code", code).put("message", refusal.message());
        return withDelay(json, refusal);
    }

    private static ObjectNode errorText(Refusal refusal) {
        return withDelay(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("error", refusal.code())
                        .put("message", refusal.message()),
                refusal);
    }

    private static ObjectNode withDelay(ObjectNode json, Refusal refusal) {
        refusal.delay().ifPresent(wait -> json.put("retry_after", wait.seconds()));
        return json;
    }
}
