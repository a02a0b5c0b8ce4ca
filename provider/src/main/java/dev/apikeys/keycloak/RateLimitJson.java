package dev.apikeys.keycloak;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.limit.RateLimitState;
import java.util.List;

/** Where the limits stand: times in whole seconds. */
public final class RateLimitJson {

    private RateLimitJson() {}

    /** Adds them as {@code rate_limit}, in their order. */
    public static void write(List<RateLimitState> states, ObjectNode json) {
        ArrayNode array = json.putArray("rate_limit");
        for (RateLimitState state : states) {
            array.addObject()
                    .put("policy", state.policy().code())
                    .put("limit", state.limit().count())
                    .put("remaining", state.remaining())
                    .put("reset", state.resetSeconds())
                    .put("window", state.limit().window().toSeconds());
        }
    }
}
