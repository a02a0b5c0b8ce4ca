package dev.apikeys.it.resourceserver.app;

import dev.apikeys.resourceserver.ApiKeyPrincipal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What applications bring along themselves. */
final class ApplicationFilters {

    private ApplicationFilters() {}

    /** Says who called, to somebody who only has the request. */
    @Provider
    public static final class CallerHeader implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (request.getProperty(ApiKeyPrincipal.PROPERTY) instanceof ApiKeyPrincipal caller) {
                response.getHeaders().putSingle("X-Caller", caller.getName());
            }
        }
    }

    /** Answers bugs. */
    @Provider
    public static final class BugMapper implements ExceptionMapper<IllegalStateException> {

        @Override
        public Response toResponse(IllegalStateException bug) {
            return Response.serverError().build();
        }
    }
}
