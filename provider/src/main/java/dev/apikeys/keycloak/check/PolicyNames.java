package dev.apikeys.keycloak.check;

import dev.apikeys.core.limit.RateLimitPolicy;
import dev.apikeys.core.limit.RateLimitState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names for limits in header fields and problems, where a name identifies one quota policy
 * (draft-ietf-httpapi-ratelimit-headers-11 §3.1): {@code key}, or {@code key-minute} and {@code key-hour} when a policy of
 * ours has several limits. Of limits with the same window only the strictest one is left.
 */
final class PolicyNames {

    private PolicyNames() {}

    static Map<String, RateLimitState> of(List<RateLimitState> states) {
        Map<String, RateLimitState> named = new LinkedHashMap<>();
        for (RateLimitState state : states) {
            named.merge(
                    name(state, states),
                    state,
                    (one, other) -> other.limit().count() < one.limit().count() ? other : one);
        }
        return named;
    }

    private static String name(RateLimitState state, List<RateLimitState> states) {
        RateLimitPolicy policy = state.policy();
        boolean alone =
                states.stream().filter(other -> other.policy() == policy).count() == 1;
        String written = state.limit().toString();
        return alone ? policy.code() : policy.code() + '-' + written.substring(written.indexOf('/') + 1);
    }
}
