package dev.apikeys.demoapi;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/**
 * Lets scripts of some origins call the API and read its answers (Fetch Standard, CORS protocol). No cookies: a key is all that
 * the API knows callers by, and the script has to have one.
 */
@PreMatching
final class CorsFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String EXPOSED =
            "RateLimit, RateLimit-Policy, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After,"
                    + " WWW-Authenticate";

    private final Set<String> origins;

    CorsFilter(Set<String> origins) {
        this.origins = origins;
    }

    /** Answers what browsers ask before they send a key. */
    @Override
    public void filter(ContainerRequestContext request) {
        if (isAllowed(request)
                && request.getMethod().equals(HttpMethod.OPTIONS)
                && request.getHeaderString("Access-Control-Request-Method") != null) {
            request.abortWith(Response.noContent()
                    .header("Access-Control-Allow-Methods", "GET, POST, DELETE")
                    .header("Access-Control-Allow-Headers", "Authorization, Content-Type, X-API-Key")
                    .header("Access-Control-Max-Age", 600)
                    .build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.add("Vary", "Origin");
        if (isAllowed(request)) {
            headers.putSingle("Access-Control-Allow-Origin", request.getHeaderString("Origin"));
            headers.putSingle("Access-Control-Expose-Headers", EXPOSED);
        }
    }

    private boolean isAllowed(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        return origin != null && origins.contains(origin);
    }
}
