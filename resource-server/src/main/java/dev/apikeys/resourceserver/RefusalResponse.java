package dev.apikeys.resourceserver;

import dev.apikeys.resourceserver.Answer.Inactive;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The one mapping from a denial to what the caller gets. */
final class RefusalResponse {

    private static final UsedUp NO_LIMIT = new UsedUp(OptionalLong.empty(), OptionalLong.empty(), List.of());
    private static final UsedUp RETRY_WHEN_UNAVAILABLE =
            new UsedUp(OptionalLong.of(5), OptionalLong.empty(), List.of());

    /** What a refusal says of limits. */
    private record UsedUp(OptionalLong retryAfter, OptionalLong limit, List<String> policies) {}

    private final ErrorBody errorBody;
    private final String realm;

    RefusalResponse(ErrorBody errorBody, String realm) {
        this.errorBody = errorBody;
        this.realm = realm;
    }

    /** No key was presented: RFC 6750 §3.1 wants no error code then. */
    Response missing() {
        return response(Denial.UNAUTHORIZED, Denial.UNAUTHORIZED.message(), NO_LIMIT, "");
    }

    Response unavailable() {
        Denial denial = Denial.SERVICE_UNAVAILABLE;
        return response(denial, denial.message(), RETRY_WHEN_UNAVAILABLE, "");
    }

    Response lacking(Set<String> scopes) {
        String names = String.join(" ", scopes);
        String message = Denial.INSUFFICIENT_SCOPE.message() + (scopes.size() > 1 ? "s: " : ": ") + names;
        return response(
                Denial.INSUFFICIENT_SCOPE,
                message,
                NO_LIMIT,
                error("insufficient_scope", message) + ", scope=" + HeaderText.quoted(names));
    }

    Response limited(Inactive refusal) {
        long seconds = Math.max(1, refusal.retryAfter().orElse(1));
        List<RateLimit> usedUp = refusal.limits().stream()
                .filter(limit -> limit.remaining() == 0)
                .toList();
        OptionalLong longest = usedUp.stream()
                .max(Comparator.comparing(RateLimit::reset))
                .map(limit -> OptionalLong.of(limit.limit()))
                .orElse(OptionalLong.empty());
        List<String> violated = usedUp.stream()
                .map(limit -> RateLimitHeaders.nameOf(limit, refusal.limits()))
                .toList();
        return response(
                Denial.RATE_LIMIT_EXCEEDED,
                Denial.RATE_LIMIT_EXCEEDED.message() + ". Try again in " + seconds
                        + (seconds == 1 ? " second." : " seconds."),
                new UsedUp(OptionalLong.of(seconds), longest, violated),
                "");
    }

    /** Every other reason; without one it is a key that nobody knows, or that is none of this API's business. */
    Response refused(Denial denial) {
        String error = denial.status() == 401 ? "invalid_token" : denial.reason();
        return response(denial, denial.message(), NO_LIMIT, error(error, denial.message()));
    }

    private static String error(String code, String description) {
        return ", error=" + HeaderText.quoted(code) + ", error_description=" + HeaderText.quoted(description);
    }

    private Response response(Denial denial, String message, UsedUp usedUp, String challenge) {
        Refusal refusal = new Refusal(
                denial.status(), denial.name(), message, usedUp.retryAfter(), usedUp.limit(), usedUp.policies());
        // bytes, so that no JSON provider of the application writes the text once more as a JSON string
        Response.ResponseBuilder response = Response.status(denial.status())
                .type(MediaType.valueOf(errorBody.mediaType(refusal)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(errorBody.write(refusal).getBytes(StandardCharsets.UTF_8));
        usedUp.retryAfter().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
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
