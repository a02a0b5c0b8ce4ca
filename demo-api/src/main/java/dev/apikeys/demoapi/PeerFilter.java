package dev.apikeys.demoapi;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import org.glassfish.grizzly.http.server.Request;

/** Keeps what only Grizzly knows, who is at the other end of the connection, for those who ask later. */
@PreMatching
final class PeerFilter implements ContainerRequestFilter {

    static final String PEER = "dev.apikeys.demoapi.peer";

    private final Provider<Request> grizzly;

    @Inject
    PeerFilter(Provider<Request> grizzly) {
        this.grizzly = grizzly;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(PEER, grizzly.get().getRemoteAddr());
    }
}
