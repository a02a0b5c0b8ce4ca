package dev.apikeys.keycloak.introspection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.verify.Verdict.Denied;
import dev.apikeys.keycloak.RateLimitJson;
import dev.apikeys.keycloak.keys.WithoutKeys;
import java.util.TreeSet;

/** Why a key is refused, for a resource server that may know. */
final class InactiveAnswer {

    private InactiveAnswer() {}

    static void disclose(Denied denied, ObjectNode json) {
        json.put("error", denied.reason().code());
        json.put("error_description", description(denied));
        if (!denied.missingScopes().isEmpty()) {
            json.put("missing_scope", missingScopes(denied));
        }
        denied.limited().ifPresent(refused -> {
            json.put("retry_after", refused.retryAfterSeconds());
            RateLimitJson.write(refused.states(), json);
        });
    }

    private static String description(Denied denied) {
        return denied.missingScopes().isEmpty()
                ? denied.reason().description()
                : denied.reason().description() + ": " + missingScopes(denied);
    }

    /** A key that was asked for as a scope by mistake is not repeated. */
    private static String missingScopes(Denied denied) {
        return WithoutKeys.of(String.join(" ", new TreeSet<>(denied.missingScopes())));
    }
}
