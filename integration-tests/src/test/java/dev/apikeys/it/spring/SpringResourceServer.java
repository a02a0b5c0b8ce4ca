package dev.apikeys.it.spring;

import dev.apikeys.server.Workspace;
import java.nio.file.Path;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs {@link CallsApplication} on a free loopback port. */
public final class SpringResourceServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private SpringResourceServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Returns when the application answers; it introspects as {@code clientId}. */
    public static SpringResourceServer start(String introspectionUri, String clientId, String clientSecret) {
        Path work = Workspace.current().work().resolve("tomcat");
        String opaqueToken = "spring.security.oauth2.resourceserver.opaquetoken.";
        return new SpringResourceServer(new SpringApplicationBuilder(CallsApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("server.address=127.0.0.1", "server.port=0", "server.tomcat.basedir=" + work)
                .properties(
                        opaqueToken + "introspection-uri=" + introspectionUri,
                        opaqueToken + "client-id=" + clientId,
                        opaqueToken + "client-secret=" + clientSecret)
                .run());
    }

    /** The application's address with a path below it, such as {@code /calls}. */
    public String url(String path) {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return "http://127.0.0.1:" + port + path;
    }

    @Override
    public void close() {
        context.close();
    }
}
