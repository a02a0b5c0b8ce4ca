package dev.apikeys.core.limit;

import java.util.List;

/**
 * The limits of one policy that hold for a call.
 *
 * @param owner id of the key, client or realm whose calls are counted
 * @param limits all of them must permit the call; none lets everything through
 */
public record PolicyLimits(RateLimitPolicy policy, String owner, List<RateLimit> limits) {

    public PolicyLimits {
        limits = List.copyOf(limits);
    }

    /** Names what is counted; the same on all nodes, and never the same for two owners. */
    public String counter() {
        return policy.code() + ':' + owner;
    }
}
