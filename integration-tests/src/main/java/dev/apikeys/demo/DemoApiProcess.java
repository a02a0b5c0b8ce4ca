package dev.apikeys.demo;

import dev.apikeys.server.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The demo API as its own process, as anyone would run the jar. */
final class DemoApiProcess implements AutoCloseable {

    private static final String READY = "Demo API listening on ";

    private final JavaProcess process;
    private final String url;

    private DemoApiProcess(JavaProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Returns when it listens. */
    static DemoApiProcess start(Path jar, DemoRealm realm, int port) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "API_PORT",
                Integer.toString(port),
                "KEYCLOAK_ISSUER",
                realm.issuer(),
                "CLIENT_ID",
                DemoRealm.RESOURCE_SERVER,
                "CLIENT_SECRET",
                DemoRealm.RESOURCE_SERVER_SECRET,
                "CORS_ORIGINS",
                String.join(" ", realm.origins()));
        JavaProcess process = JavaProcess.start("demo-api", jar, environment);
        try {
            String line = process.await(READY);
            return new DemoApiProcess(process, line.substring(line.indexOf(READY) + READY.length()));
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /** Such as {@code http://127.0.0.1:8081}. */
    String url() {
        return url;
    }

    @Override
    public void close() {
        process.close();
    }
}
