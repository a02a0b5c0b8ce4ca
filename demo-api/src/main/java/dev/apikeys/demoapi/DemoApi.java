package dev.apikeys.demoapi;

import dev.apikeys.resourceserver.ApiKeyConfiguration;
import dev.apikeys.resourceserver.ApiKeyFeature;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Set;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** Starts the API and serves until the process ends. */
public final class DemoApi {

    /** What the API consists of, and what its OpenAPI document describes. */
    static final Set<Class<?>> RESOURCES =
            Set.of(CallsResource.class, ContactsResource.class, HealthResource.class, OpenApiResource.class);

    private DemoApi() {}

    public static void main(String[] args) throws InterruptedException {
        Settings settings = new Settings(System.getenv());
        ApiKeyFeature keys = new ApiKeyFeature(ApiKeyConfiguration.at(settings.introspection())
                .client(settings.clientId(), settings::clientSecret)
                .connection(request -> (String) request.getProperty(PeerFilter.PEER))
                .trustedProxies(settings.trustedProxies())
                .cacheSeconds(settings.cacheSeconds())
                .build());
        // fails now rather than at the first call
        settings.clientSecret();
        URI address = UriBuilder.newInstance()
                .scheme("http")
                .host(settings.bind())
                .port(settings.port())
                .path("/")
                .build();
        HttpServer server = GrizzlyHttpServerFactory.createHttpServer(address, application(keys, settings));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.shutdownNow();
            keys.close();
        }));
        int port = server.getListeners().iterator().next().getPort();
        System.out.println("Demo API listening on http://" + settings.bind() + ":" + port);
        Thread.currentThread().join();
    }

    private static ResourceConfig application(ApiKeyFeature keys, Settings settings) {
        ResourceConfig application = new ResourceConfig(RESOURCES)
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .register(keys)
                .register(PeerFilter.class)
                .register(JacksonFeature.withoutExceptionMappers());
        Set<String> origins = settings.corsOrigins();
        return origins.isEmpty() ? application : application.register(new CorsFilter(origins));
    }
}
