package dev.apikeys.it.resourceserver.app;

import dev.apikeys.resourceserver.ApiKeyFeature;
import io.undertow.Undertow;
import jakarta.ws.rs.core.Application;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jboss.resteasy.core.interception.jaxrs.PreMatchContainerRequestContext;
import org.jboss.resteasy.plugins.server.undertow.UndertowJaxrsServer;

/** RESTEasy on Undertow. Its type is known on both sides of the class loader. */
public final class ResteasyApp implements Function<Map<String, String>, Map.Entry<URI, AutoCloseable>> {

    @Override
    public Map.Entry<URI, AutoCloseable> apply(Map<String, String> settings) {
        ApiKeyFeature keys = AppSettings.feature(settings, request -> ((PreMatchContainerRequestContext) request)
                .getHttpRequest()
                .getRemoteAddress());
        Server server = new Server();
        server.start(Undertow.builder().addHttpListener(0, "127.0.0.1"));
        server.deploy(new ProbeApplication(keys), "/");
        return Map.entry(URI.create("http://127.0.0.1:" + server.port()), () -> {
            server.stop();
            keys.close();
        });
    }

    private static final class Server extends UndertowJaxrsServer {

        int port() {
            SocketAddress address = server.getListenerInfo().get(0).getAddress();
            return ((InetSocketAddress) address).getPort();
        }
    }

    private static final class ProbeApplication extends Application {

        private final ApiKeyFeature keys;

        ProbeApplication(ApiKeyFeature keys) {
            this.keys = keys;
        }

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(
                    ProbeResource.class,
                    BareResource.class,
                    AdminResource.class,
                    ApplicationFilters.CallerHeader.class,
                    ApplicationFilters.BugMapper.class);
        }

        @Override
        @SuppressWarnings("deprecation") // the portable way to hand over an instance
        public Set<Object> getSingletons() {
            return Set.of(keys);
        }
    }
}
