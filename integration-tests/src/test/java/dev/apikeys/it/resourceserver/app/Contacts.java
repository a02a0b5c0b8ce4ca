package dev.apikeys.it.resourceserver.app;

import dev.apikeys.resourceserver.RequiresScope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A rule that stands on an interface, as the annotations of Jakarta REST may. */
public interface Contacts {

    @GET
    @Path("contacts")
    @RequiresScope("contacts:read")
    String contacts();
}
