package dev.apikeys.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import dev.apikeys.server.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Starts a Keycloak with the extension, makes a key, shows what a resource server learns about it, and waits. */
public final class Demo {

    private static final int USUAL_PORT = 8080;

    private Demo() {}

    /** With {@code --once} it ends after the printout: 0 when the key was found active, else 1. */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean once = List.of(args).contains("--once") || Boolean.getBoolean("demo.once");
        CompletableFuture<?> parentEnds = parentEnds();
        PrintStream out = System.out;
        out.println("Starting Keycloak; the first time this takes a minute or two ...");
        boolean active;
        try (KeycloakServer server = KeycloakServer.start(options())) {
            active = show(server, out);
            if (!once) {
                out.println("Keycloak runs until you press Ctrl-C.");
                parentEnds.join();
            }
        }
        System.exit(active ? 0 : 1);
    }

    /** Ctrl-C ends parent and demo alike; a signal for Maven alone must not leave a Keycloak behind. */
    private static CompletableFuture<?> parentEnds() {
        return ProcessHandle.current().parent().map(ProcessHandle::onExit).orElseGet(CompletableFuture::new);
    }

    private static ServerOptions options() {
        return ServerOptions.named("demo")
                .withStartOption("http-port", Integer.toString(LoopbackPort.preferably(USUAL_PORT)));
    }

    private static boolean show(KeycloakServer server, PrintStream out) throws IOException, InterruptedException {
        DemoRealm realm = new DemoRealm(server.url());
        realm.importFrom(Workspace.current().realms().resolve("demo-realm.json"));
        realm.showPages();
        String key = realm.createKey();
        JsonNode answer = realm.introspect(key);
        out.println(DemoReport.of(server.url(), realm.introspectionUrl(), key, answer));
        return answer.path("active").asBoolean();
    }
}
