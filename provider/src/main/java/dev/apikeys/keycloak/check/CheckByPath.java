package dev.apikeys.keycloak.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.keys.JsonFields;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * {@code /check/for/{audience}/{scope}/call/…}: what is asked stands in the path. What follows and the query are the
 * caller's own, so that nothing in them means anything here. Without {@code call}, a scope that was forgotten would be
 * the first segment of the caller's path.
 */
public class CheckByPath extends EveryMethod {

    private static final String NO_SCOPE = "-";

    private final Door door;
    private final String audience;
    private final String scope;

    CheckByPath(Door door, String audience, String scope) {
        this.door = door;
        this.audience = audience;
        this.scope = scope;
    }

    /** Whatever the caller asks for changes nothing. */
    @Path("{callersPath:.+}")
    public CheckByPath withCallersPath() {
        return this;
    }

    @Override
    Response answer() {
        ObjectNode asked = JsonNodeFactory.instance.objectNode().put(CheckQuery.AUDIENCE, audience);
        if (!scope.equals(NO_SCOPE)) {
            asked.put(CheckQuery.SCOPE, scope.replaceAll("[+,]", " "));
        }
        return door.answerPath(new JsonFields(asked));
    }
}
