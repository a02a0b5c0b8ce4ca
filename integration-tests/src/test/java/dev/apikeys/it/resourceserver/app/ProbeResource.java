package dev.apikeys.it.resourceserver.app;

import dev.apikeys.resourceserver.ApiKeyPrincipal;
import dev.apikeys.resourceserver.RequiresScope;
import dev.apikeys.resourceserver.Unprotected;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** One method for each kind of rule. */
@Path("/calls")
@Produces(MediaType.TEXT_PLAIN)
@RequiresScope("calls:read")
public class ProbeResource implements Contacts {

    @GET
    public String list() {
        return "calls";
    }

    @POST
    @RequiresScope("calls:write")
    public String create() {
        return "created";
    }

    @GET
    @Path("with-contacts")
    @RequiresScope({"calls:read", "contacts:read"})
    public String withContacts() {
        return "calls and contacts";
    }

    @Override
    public String contacts() {
        return "contacts";
    }

    @GET
    @Path("open")
    @Unprotected
    public String open() {
        return "open";
    }

    @OPTIONS
    @Path("described")
    public String described() {
        return "described";
    }

    @GET
    @Path("gone")
    public String gone() {
        throw new NotFoundException();
    }

    @GET
    @Path("mapped")
    public Response mapped() {
        return Response.status(409).entity("conflict").build();
    }

    @GET
    @Path("broken")
    public String broken() {
        throw new IllegalStateException("a bug of the application");
    }

    @GET
    @Path("caller")
    @RequiresScope({})
    public String caller(@Context SecurityContext security) {
        if (security.getUserPrincipal() instanceof ApiKeyPrincipal caller) {
            return String.join(
                    "\n",
                    "name=" + caller.getName(),
                    "subject=" + caller.subject().orElse(""),
                    "client=" + caller.clientId().orElse(""),
                    "username=" + caller.username().orElse(""),
                    "scopes=" + String.join(" ", caller.scopes()),
                    "keyId=" + caller.keyId().orElse(""),
                    "keyName=" + caller.keyName().orElse(""),
                    "environment=" + caller.environment().orElse(""),
                    "metadata=" + caller.metadata(),
                    "scheme=" + security.getAuthenticationScheme(),
                    "reads=" + security.isUserInRole("calls:read"),
                    "writes=" + security.isUserInRole("calls:write"));
        }
        return "nobody";
    }
}
