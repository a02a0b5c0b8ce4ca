package dev.apikeys.keycloak.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.keys.Change;

/** From what became of a change to what HTTP says. */
public final class Outcomes {

    private Outcomes() {}

    /** What was done, or 400 or 409. */
    public static Change.Done done(Change change) {
        if (change instanceof Change.Invalid invalid) {
            throw Answers.refusal(invalid.violations());
        }
        if (change instanceof Change.Conflict conflict) {
            throw Answers.conflict(conflict.message());
        }
        return (Change.Done) change;
    }

    /** The one place where a plaintext enters an answer. */
    public static ObjectNode withValue(ObjectNode representation, Change.Done done) {
        ObjectNode answer = representation.deepCopy();
        done.value().ifPresent(value -> answer.put("key", value.reveal()));
        return answer;
    }
}
