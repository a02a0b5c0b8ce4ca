package dev.apikeys.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import dev.apikeys.server.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Starts a Keycloak with the extension and an API behind it, makes a key, calls the API with it, and waits. */
public final class Demo {

    private static final int USUAL_PORT = 8080;
    private static final int USUAL_API_PORT = 8081;

    private Demo() {}

    /** With {@code --once} it ends after the printout: 0 when the API let the key in, else 1. */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean once = List.of(args).contains("--once") || Boolean.getBoolean("demo.once");
        CompletableFuture<?> parentEnds = parentEnds();
        PrintStream out = System.out;
        out.println("Starting Keycloak; the first time this takes a minute or two ...");
        boolean letIn;
        try (KeycloakServer server = KeycloakServer.start(options())) {
            DemoRealm realm = new DemoRealm(server.url());
            realm.importFrom(Workspace.current().realms().resolve("demo-realm.json"));
            realm.showPages();
            Map<String, String> settings = Map.of(
                    "API_PORT",
                    Integer.toString(LoopbackPort.preferably(USUAL_API_PORT)),
                    "CORS_ORIGINS",
                    String.join(" ", realm.origins()));
            try (DemoApiProcess api = DemoApiProcess.start("demo-api", realm.issuer(), settings)) {
                realm.document(api.url() + "/openapi.json");
                letIn = show(realm, api.url(), out);
                if (!once) {
                    out.println("Keycloak and the API run until you press Ctrl-C.");
                    parentEnds.join();
                }
            }
        }
        System.exit(letIn ? 0 : 1);
    }

    /** Ctrl-C ends parent and demo alike; a signal for Maven alone must not leave a Keycloak behind. */
    private static CompletableFuture<?> parentEnds() {
        return ProcessHandle.current().parent().map(ProcessHandle::onExit).orElseGet(CompletableFuture::new);
    }

    private static ServerOptions options() {
        return ServerOptions.named("demo")
                .withStockPasswords()
                .withStartOption("http-port", Integer.toString(LoopbackPort.preferably(USUAL_PORT)));
    }

    private static boolean show(DemoRealm realm, String api, PrintStream out) throws IOException, InterruptedException {
        String key = realm.createKey();
        JsonNode known = realm.introspect(key);
        ApiCall call = ApiCall.get(api + "/calls", key);
        out.println(DemoReport.of(realm, key, known, call));
        return call.status() == 200;
    }
}
