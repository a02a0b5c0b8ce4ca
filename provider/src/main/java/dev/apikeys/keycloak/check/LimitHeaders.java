package dev.apikeys.keycloak.check;

import dev.apikeys.core.limit.RateLimitState;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the limits stand, in the fields of draft-ietf-httpapi-ratelimit-headers-11 and in those that came before. */
final class LimitHeaders {

    private static final Comparator<RateLimitState> TIGHTEST = Comparator.comparing(RateLimitState::remaining)
            .thenComparing(RateLimitState::reset, Comparator.reverseOrder());

    private LimitHeaders() {}

    /** Nothing when there are no limits. */
    static void add(List<RateLimitState> states, Instant now, ResponseBuilder response) {
        if (states.isEmpty()) {
            return;
        }
        Map<String, RateLimitState> named = PolicyNames.of(states);
        response.header(
                "RateLimit-Policy",
                list(
                        named,
                        state -> "q=" + state.limit().count() + ";w="
                                + state.limit().window().toSeconds()));
        response.header("RateLimit", list(named, state -> "r=" + state.remaining() + ";t=" + state.resetSeconds()));
        RateLimitState tightest = states.stream().min(TIGHTEST).orElseThrow();
        response.header("X-RateLimit-Limit", tightest.limit().count());
        response.header("X-RateLimit-Remaining", tightest.remaining());
        response.header("X-RateLimit-Reset", now.getEpochSecond() + tightest.resetSeconds());
    }

    /** A list of strings with parameters (RFC 9651 §3.1); the names need no escapes. */
    private static String list(Map<String, RateLimitState> named, Function<RateLimitState, String> parameters) {
        return named.entrySet().stream()
                .map(limit -> '"' + limit.getKey() + "\";" + parameters.apply(limit.getValue()))
                .collect(Collectors.joining(", "));
    }
}
