package dev.apikeys.keycloak.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.RateLimitJson;
import dev.apikeys.keycloak.check.Answer.Accepted;
import dev.apikeys.keycloak.check.Answer.Limited;
import dev.apikeys.keycloak.check.Answer.Refused;

/** An answer as one of several. */
final class BatchJson {

    private BatchJson() {}

    static ObjectNode of(Answer answer) {
        if (answer instanceof Accepted accepted) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", Status.OK);
            describe(accepted.key(), json);
            RateLimitJson.write(accepted.limits(), json);
            return json;
        }
        if (answer instanceof Limited limited) {
            ObjectNode json = refused(limited.refusal());
            describe(limited.key(), json);
            RateLimitJson.write(limited.limits(), json);
            return json;
        }
        return refused(((Refused) answer).refusal());
    }

    private static ObjectNode refused(Refusal refusal) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("status", refusal.status())
                .put("code", refusal.code())
                .put("message", refusal.message());
        refusal.delay().ifPresent(wait -> json.put("retry_after", wait.seconds()));
        return json;
    }

    private static void describe(KeyDetails key, ObjectNode json) {
        json.put("id", key.id());
        json.put("client", key.client());
        json.put("subject", key.subject());
        json.put("scope", key.scope());
    }
}
