package dev.apikeys.it.browser;

import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.JavaProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The demo API, which pages of Keycloak may call. */
final class DemoApiServer implements AutoCloseable {

    private static final String READY = "Demo API listening on ";

    private final JavaProcess process;
    private final String url;

    private DemoApiServer(JavaProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    static DemoApiServer start(TestRealm realm) throws IOException, InterruptedException {
        URI keycloak = URI.create(realm.realmUrl(""));
        Map<String, String> environment = Map.of(
                "API_PORT",
                "0",
                "KEYCLOAK_ISSUER",
                realm.realmUrl(""),
                "CLIENT_SECRET",
                "demo-api-secret",
                "CORS_ORIGINS",
                keycloak.getScheme() + "://" + keycloak.getAuthority());
        JavaProcess process =
                JavaProcess.start("it-documented-api", Path.of(System.getProperty("demo.api")), environment);
        String line = process.await(READY);
        return new DemoApiServer(process, line.substring(line.indexOf(READY) + READY.length()));
    }

    String url() {
        return url;
    }

    /** Says at the client whose keys open the API where its document is. */
    static void document(TestRealm realm, String url) {
        realm.clients().update("shop-backend", client -> {
            Map<Object, Object> attributes = new HashMap<>((Map<?, ?>) client.get("attributes"));
            attributes.put("api-keys.openapi-url", url);
            client.put("attributes", attributes);
        });
    }

    @Override
    public void close() {
        process.close();
    }
}
