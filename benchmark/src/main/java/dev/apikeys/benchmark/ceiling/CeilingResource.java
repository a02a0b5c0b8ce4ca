package dev.apikeys.benchmark.ceiling;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.services.resource.RealmResourceProvider;

/** Answers at once: what remains is Keycloak's own cost of a request. */
public final class CeilingResource implements RealmResourceProvider {

    @Override
    public Object getResource() {
        return this;
    }

    /** Below {@code /realms/{realm}/ceiling}. */
    @GET
    @Path("/")
    @Produces(MediaType.TEXT_PLAIN)
    public String ok() {
        return "ok";
    }

    @Override
    public void close() {}
}
