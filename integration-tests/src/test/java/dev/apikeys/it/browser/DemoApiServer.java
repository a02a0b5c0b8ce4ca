package dev.apikeys.it.browser;

import dev.apikeys.demo.DemoApiProcess;
import dev.apikeys.it.support.TestRealm;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The demo API, which pages of Keycloak may call. */
final class DemoApiServer implements AutoCloseable {

    private final DemoApiProcess process;

    private DemoApiServer(DemoApiProcess process) {
        this.process = process;
    }

    static DemoApiServer start(TestRealm realm) throws IOException, InterruptedException {
        URI keycloak = URI.create(realm.realmUrl(""));
        return new DemoApiServer(DemoApiProcess.start(
                "it-documented-api",
                realm.realmUrl(""),
                Map.of("CORS_ORIGINS", keycloak.getScheme() + "://" + keycloak.getAuthority())));
    }

    String url() {
        return process.url();
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
