package dev.apikeys.keycloak.check;

import dev.apikeys.keycloak.DenialEvents;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/** {@code /check}: what is asked stands in the query. */
public class CheckResource extends EveryMethod {

    private final Door door;

    public CheckResource(KeycloakSession session, DenialEvents denialEvents) {
        this.door = new Door(session, denialEvents);
    }

    @Override
    Response answer() {
        return door.answerQuery();
    }

    /** For gateways that append the caller's own path and query to the path that they ask. */
    @Path("for/{audience}/{scope}/call")
    public CheckByPath byPath(@PathParam("audience") String audience, @PathParam("scope") String scope) {
        return new CheckByPath(door, audience, scope);
    }

    /** Several keys at once. */
    @Path("batch")
    public BatchResource batch() {
        return new BatchResource(door);
    }
}
