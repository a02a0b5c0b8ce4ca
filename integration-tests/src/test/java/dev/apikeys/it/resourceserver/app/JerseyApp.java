package dev.apikeys.it.resourceserver.app;

import dev.apikeys.resourceserver.ApiKeyFeature;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey on Grizzly. Its type is known on both sides of the class loader. */
public final class JerseyApp implements Function<Map<String, String>, Map.Entry<URI, AutoCloseable>> {

    private static final String PEER = "peer";

    @Override
    public Map.Entry<URI, AutoCloseable> apply(Map<String, String> settings) {
        ApiKeyFeature keys = AppSettings.feature(settings, request -> (String) request.getProperty(PEER));
        ResourceConfig application = new ResourceConfig()
                .register(keys)
                .register(PeerFilter.class)
                .register(ProbeResource.class)
                .register(BareResource.class)
                .register(AdminResource.class)
                .register(ApplicationFilters.CallerHeader.class)
                .register(ApplicationFilters.BugMapper.class);
        HttpServer server = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), application);
        int port = server.getListeners().iterator().next().getPort();
        return Map.entry(URI.create("http://127.0.0.1:" + port), () -> {
            server.shutdownNow();
            keys.close();
        });
    }

    /** Keeps what only Grizzly knows. */
    @PreMatching
    static final class PeerFilter implements ContainerRequestFilter {

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
}
