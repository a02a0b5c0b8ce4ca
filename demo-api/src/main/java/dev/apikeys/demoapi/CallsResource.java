package dev.apikeys.demoapi;

import dev.apikeys.resourceserver.RequiresScope;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls: reading takes one scope, everything else another. */
@Path("/calls")
@Produces(MediaType.APPLICATION_JSON)
@RequiresScope("calls:write")
@Singleton
public final class CallsResource {

    private static final int LONGEST_NUMBER = 32;

    private final Shelf<Call> calls = new Shelf<>();

    public CallsResource() {
        calls.add(new Call("+15735551234", "completed", "shop-backend"));
        calls.add(new Call("+15735550199", "missed", "shop-backend"));
    }

    /** A call and who started it. */
    record Call(String to, String status, String startedBy) {}

    /** What a caller sends. */
    record NewCall(@Nullable String to) {}

    @GET
    @RequiresScope("calls:read")
    public Map<String, Object> list() {
        return calls.listed("calls");
    }

    @GET
    @Path("{id}")
    @RequiresScope("calls:read")
    public Object read(@PathParam("id") String id) {
        return calls.find(id).orElseThrow(NotFoundException::new);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable NewCall call, @Context SecurityContext caller) {
        String to = call == null ? null : call.to();
        if (to == null || to.isBlank() || to.length() > LONGEST_NUMBER) {
            throw new BadRequestException();
        }
        Call started = new Call(to, "queued", caller.getUserPrincipal().getName());
        return Response.status(Response.Status.CREATED)
                .entity(calls.add(started))
                .build();
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        if (!calls.remove(id)) {
            throw new NotFoundException();
        }
    }
}
