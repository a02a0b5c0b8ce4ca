package dev.apikeys.resourceserver;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * The address at the other end of the connection. Jakarta REST does not know it, so the application asks its server:
 *
 * <pre>{@code
 * // a servlet container, under Jersey and RESTEasy: @Context HttpServletRequest http in the Application
 * request -> http.getRemoteAddr()
 *
 * // RESTEasy on any server
 * request -> ((PreMatchContainerRequestContext) request).getHttpRequest().getRemoteAddress()
 *
 * // Jersey on Grizzly: a @PreMatching filter with @Inject Provider<Request> keeps it for later
 * request -> (String) request.getProperty("peer")
 * }</pre>
 */
@FunctionalInterface
public interface ConnectionAddress {

    /** An IPv4 or IPv6 literal without port, or null when nobody knows. */
    @Nullable
    String of(ContainerRequestContext request);
}
