package dev.apikeys.it.resourceserver.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Nobody thought of a rule for it. */
@Path("/bare")
public class BareResource {

    @GET
    public String bare(@Context SecurityContext security) {
        return security.getUserPrincipal() == null ? "nobody" : "somebody";
    }
}
