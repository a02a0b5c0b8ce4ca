package dev.apikeys.resourceserver;

import dev.apikeys.resourceserver.Answer.Inactive;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The one mapping from a denial to what the caller gets. */
final class RefusalResponse {

    private static final OptionalLong RETRY_WHEN_UNAVAILABLE = OptionalLong.of(5);

    private final ErrorBody errorBody;
    private final String realm;

    RefusalResponse(ErrorBody errorBody, String realm) {
        this.errorBody = errorBody;
        this.realm = realm;
    }

    /** No key was presented: RFC 6750 §3.1 wants no error code then. */
    Response missing() {
        return response(Denial.UNAUTHORIZED, Denial.UNAUTHORIZED.message(), OptionalLong.empty(), List.of(), "");
    }

    Response unavailable() {
        Denial denial = Denial.SERVICE_UNAVAILABLE;
        return response(denial, denial.message(), RETRY_WHEN_UNAVAILABLE, List.of(), "");
    }

    Response lacking(Set<String> scopes) {
        String names = String.join(" ", scopes);
        String message = Denial.INSUFFICIENT_SCOPE.message() + (scopes.size() > 1 ? "s: " : ": ") + names;
        return response(
                Denial.INSUFFICIENT_SCOPE,
                message,
                OptionalLong.empty(),
                List.of(),
                error("insufficient_scope", message) + ", scope=" + HeaderText.quoted(names));
    }

    Response limited(Inactive refusal) {
        long seconds = Math.max(1, refusal.retryAfter().orElse(1));
        List<String> violated = refusal.limits().stream()
                .filter(limit -> limit.remaining() == 0)
                .map(limit -> RateLimitHeaders.nameOf(limit, refusal.limits()))
                .toList();
        return response(
                Denial.RATE_LIMIT_EXCEEDED,
                Denial.RATE_LIMIT_EXCEEDED.message() + ". Try again in " + seconds
                        + (seconds == 1 ? " second." : " seconds."),
                OptionalLong.of(seconds),
                violated,
                "");
    }

    /** Every other reason; without one it is a key that nobody knows, or that is none of this API's business. */
    Response refused(Denial denial) {
        String error = denial.status() == 401 ? "invalid_token" : denial.reason();
        return response(denial, denial.message(), OptionalLong.empty(), List.of(), error(error, denial.message()));
    }

    private static String error(String code, String description) {
        return ", error=" + HeaderText.quoted(code) + ", error_description=" + HeaderText.quoted(description);
    }

    private Response response(
            Denial denial, String message, OptionalLong retryAfter, List<String> violated, String challenge) {
        Refusal refusal = new Refusal(denial.status(), denial.name(), message, retryAfter, violated);
        // bytes, so that no JSON provider of the application writes the text once more as a JSON string
        Response.ResponseBuilder response = Response.status(denial.status())
                .type(MediaType.valueOf(errorBody.mediaType()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(errorBody.write(refusal).getBytes(StandardCharsets.UTF_8));
        retryAfter.ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        if (denial.status() == 401 || denial.status() == 403) {
            for (String scheme : List.of("Bearer", "ApiKey")) {
                response.header(
                        HttpHeaders.WWW_AUTHENTICATE, scheme + " realm=" + HeaderText.quoted(realm) + challenge);
            }
        }
        return response.build();
    }

    Response of(Inactive inactive, Set<String> required) {
        Denial denial = Denial.of(inactive.error());
        return switch (denial) {
            case INSUFFICIENT_SCOPE ->
                lacking(Optional.of(inactive.missingScopes())
                        .filter(named -> !named.isEmpty())
                        .orElse(required));
            case RATE_LIMIT_EXCEEDED -> limited(inactive);
            default -> refused(denial);
        };
    }
}
