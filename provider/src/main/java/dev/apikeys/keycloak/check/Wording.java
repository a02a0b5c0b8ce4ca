package dev.apikeys.keycloak.check;

import dev.apikeys.core.settings.ErrorMessages;
import dev.apikeys.core.verify.DenialReason;
import java.util.Set;
import java.util.TreeSet;

/**
 * What HTTP says of a denial, to those who may know.
 *
 * @param title the same for every refusal with the code (RFC 9457 §3.1.3)
 * @param message a sentence for the caller of the API
 */
record Wording(int status, String code, String title, String message) {

    /** What those are told who may know no more than the status. */
    private static final String FORBIDDEN = ErrorMessages.FORBIDDEN;

    /** The one mapping of this door. */
    static Wording of(DenialReason reason) {
        return switch (reason) {
            case UNAUTHORIZED ->
                words(Status.UNAUTHORIZED, reason, "Unauthorized", "API key is missing, malformed or unknown");
            case KEY_EXPIRED -> words(Status.UNAUTHORIZED, reason, "API key expired", "API key has expired");
            case KEY_REVOKED -> words(Status.UNAUTHORIZED, reason, "API key revoked", "API key has been revoked");
            case KEY_DISABLED -> words(Status.UNAUTHORIZED, reason, "API key disabled", "API key is disabled");
            case CLIENT_DISABLED ->
                words(Status.UNAUTHORIZED, reason, "Client disabled", "The client of the API key is disabled");
            case SUBJECT_DISABLED ->
                words(Status.UNAUTHORIZED, reason, "Subject disabled", "The subject of the API key is disabled");
            case AUDIENCE_DENIED -> words(Status.FORBIDDEN, reason, "Wrong API", "API key is not meant for this API");
            case IP_DENIED ->
                words(Status.FORBIDDEN, reason, "Wrong address", "API key may not be used from this address");
            case INSUFFICIENT_SCOPE ->
                words(Status.FORBIDDEN, reason, "Insufficient scope", "API key lacks a required scope");
            case RATE_LIMIT_EXCEEDED ->
                words(
                        Status.TOO_MANY_REQUESTS,
                        reason,
                        "Request cannot be satisfied as assigned quota has been exceeded",
                        "Too many requests with this API key");
        };
    }

    private static Wording words(int status, DenialReason reason, String title, String message) {
        return new Wording(status, reason.code(), title, message);
    }

    /** The same, naming the scopes that the key lacks. */
    Wording lacking(Set<String> scopes) {
        String required = scopes.size() == 1 ? "required scope: " : "required scopes: ";
        return scopes.isEmpty()
                ? this
                : new Wording(
                        status, code, title, "API key lacks " + required + String.join(" ", new TreeSet<>(scopes)));
    }

    /** The same in a sentence of the realm's own. */
    Wording saying(String sentence) {
        return new Wording(status, code, title, sentence);
    }

    /** No more than the status says by itself; a used up limit is no secret of the key. */
    Wording withoutReason() {
        return switch (status) {
            case Status.UNAUTHORIZED -> of(DenialReason.UNAUTHORIZED);
            case Status.FORBIDDEN ->
                new Wording(Status.FORBIDDEN, FORBIDDEN, "Forbidden", "API key may not be used for this call");
            default -> this;
        };
    }
}
