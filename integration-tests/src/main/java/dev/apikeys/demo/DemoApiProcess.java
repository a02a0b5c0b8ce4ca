package dev.apikeys.demo;

import dev.apikeys.server.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The demo API as its own process, as anyone would run the jar. */
public final class DemoApiProcess implements AutoCloseable {

    private static final String READY = "Demo API listening on ";

    private final JavaProcess process;
    private final String url;

    private DemoApiProcess(JavaProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts the jar that the system property {@code demo.api} names, and returns when it listens.
     *
     * @param name names the log file
     * @param issuer URL of the realm, such as that of the demo
     * @param more further variables of its environment; with {@code API_PORT} it listens there and otherwise anywhere
     */
    public static DemoApiProcess start(String name, String issuer, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "API_PORT",
                "0",
                "KEYCLOAK_ISSUER",
                issuer,
                "CLIENT_ID",
                DemoRealm.RESOURCE_SERVER,
                "CLIENT_SECRET",
                DemoRealm.RESOURCE_SERVER_SECRET));
        environment.putAll(more);
        JavaProcess process = JavaProcess.start(name, Path.of(System.getProperty("demo.api")), environment);
        try {
            String line = process.await(READY);
            return new DemoApiProcess(process, line.substring(line.indexOf(READY) + READY.length()));
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /** Such as {@code http://127.0.0.1:8081}. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        process.close();
    }
}
