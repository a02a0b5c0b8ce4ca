package dev.apikeys.keycloak.check;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;

/**
 * A resource that answers every method alike, because many gateways pass on the method of the call that they ask about.
 * None of them has a body parameter: the body is the
 * caller's and is not read. (Keycloak itself reads forms before it asks any resource; nothing in them counts here.)
 */
public abstract class EveryMethod {

    abstract Response answer();

    @GET
    public Response get() {
        return answer();
    }

    @HEAD
    public Response head() {
        return answer();
    }

    @POST
    public Response post() {
        return answer();
    }

    @PUT
    public Response put() {
        return answer();
    }

    @PATCH
    public Response patch() {
        return answer();
    }

    @DELETE
    public Response delete() {
        return answer();
    }

    /** Not a preflight of CORS: gateways ask about those as about every other call. */
    @OPTIONS
    public Response options() {
        return answer();
    }
}
