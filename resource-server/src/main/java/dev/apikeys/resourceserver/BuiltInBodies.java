package dev.apikeys.resourceserver;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The shapes of error bodies that need nothing from the application. */
final class BuiltInBodies {

    /** Laid down by draft-ietf-httpapi-ratelimit-headers. */
    private static final String QUOTA_EXCEEDED = "https://iana.org/assignments/http-problem-types#quota-exceeded";

    private static final String TYPE = "urn:keycloak:params:api-keys:error:";

    private BuiltInBodies() {}

    static String errorObject(Refusal refusal) {
        return errorObject(refusal.code(), refusal);
    }

    static String errorStatus(Refusal refusal) {
        return errorObject(String.valueOf(refusal.status()), refusal);
    }

    private static String errorObject(String code, Refusal refusal) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", refusal.message());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        refusal.retryAfter().ifPresent(seconds -> body.put("retry_after", seconds));
        return JsonWriter.write(body);
    }

    static String errorText(Refusal refusal) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", refusal.code().toLowerCase(Locale.ROOT));
        body.put("message", refusal.message());
        refusal.retryAfter().ifPresent(seconds -> body.put("retry_after", seconds));
        return JsonWriter.write(body);
    }

    static String problem(Refusal refusal) {
        Map<String, Object> body = new LinkedHashMap<>();
        boolean limited = refusal.status() == 429;
        String code = refusal.code().toLowerCase(Locale.ROOT);
        body.put("type", limited ? QUOTA_EXCEEDED : TYPE + code);
        body.put("title", title(refusal.status()));
        body.put("status", refusal.status());
        body.put("detail", refusal.message());
        body.put("code", code);
        if (limited) {
            body.put("violated-policies", refusal.violatedPolicies());
        }
        refusal.retryAfter().ifPresent(seconds -> body.put("retry_after", seconds));
        return JsonWriter.write(body);
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 429 -> "Too Many Requests";
            default -> "Service Unavailable";
        };
    }
}
