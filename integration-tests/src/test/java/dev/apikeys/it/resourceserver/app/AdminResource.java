package dev.apikeys.it.resourceserver.app;

import dev.apikeys.resourceserver.RequiresScope;
import dev.apikeys.resourceserver.Unprotected;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Leads to another resource, which knows nothing of the rule that stands here. */
@Path("/admin")
@RequiresScope("contacts:read")
public class AdminResource {

    @Path("users")
    public Users users() {
        return new Users();
    }

    /** Reached through a locator only. */
    public static class Users {

        @GET
        public String list() {
            return "users";
        }

        @GET
        @Path("calls")
        @RequiresScope("calls:read")
        public String calls() {
            return "calls of users";
        }

        @GET
        @Path("open")
        @Unprotected
        public String open() {
            return "not open";
        }

        @Path("more")
        public Users more() {
            return this;
        }
    }
}
