package dev.apikeys.resourceserver;

import java.util.List;
import java.util.OptionalLong;

/**
 * Why a call is refused, for the body of the answer.
 *
 * @param status the HTTP status: 401, 403, 429 or 503
 * @param code stable, such as {@code INSUFFICIENT_SCOPE}
 * @param message a sentence for the caller
 * @param retryAfter seconds to wait, with 429 and 503
 * @param limit how many calls the limit that is used up lets through in a window, with 429 and where Keycloak tells it
 * @param violatedPolicies the rate-limit policies that are used up, with 429
 */
public record Refusal(
        int status,
        String code,
        String message,
        OptionalLong retryAfter,
        OptionalLong limit,
        List<String> violatedPolicies) {

    public Refusal {
        violatedPolicies = List.copyOf(violatedPolicies);
    }

    Refusal saying(String sentence) {
        return new Refusal(status, code, sentence, retryAfter, limit, violatedPolicies);
    }
}
