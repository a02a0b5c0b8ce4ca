package dev.apikeys.it.gateways;

import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.NginxServer;
import dev.apikeys.server.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The one nginx configuration that compose uses, docs/gateways.md shows and these tests run. */
public final class Recipe {

    static final Path FILE = repository().resolve("compose/nginx/api.conf.template");

    private Recipe() {}

    /** The top directory of the sources. */
    static Path repository() {
        return Workspace.current().realms().resolveSibling("");
    }

    /** An nginx that asks this realm's Keycloak as {@code demo-api} and has this API behind it. */
    static NginxServer start(TestRealm realm, EchoApi api) {
        return start(realm, api, Map.of());
    }

    /** The same with other values for some of the file's names. */
    public static NginxServer start(TestRealm realm, EchoApi api, Map<String, String> otherNames) {
        return start(URI.create(realm.realmUrl("")).getAuthority(), realm.name(), api, otherNames);
    }

    /** The same with a Keycloak that need not be there yet, by its host and port. */
    static NginxServer start(String keycloak, String realm, EchoApi api, Map<String, String> otherNames) {
        Map<String, String> names = new HashMap<>(names(keycloak, realm, api));
        names.putAll(otherNames);
        return NginxServer.start(FILE, names);
    }

    private static Map<String, String> names(String keycloak, String realm, EchoApi api) {
        return Map.of(
                "KEYCLOAK",
                keycloak,
                "REALM",
                realm,
                "AUDIENCE",
                "demo-api",
                "GATEWAY_BASIC",
                base64("demo-api:demo-api-secret"),
                "API",
                api.address());
    }

    /** The same with another text in the file's place. */
    static NginxServer startWith(TestRealm realm, EchoApi api, UnaryOperator<String> change) throws IOException {
        Path changed = Files.createTempFile("api", ".conf.template");
        Files.writeString(changed, change.apply(Files.readString(FILE)));
        return NginxServer.start(changed, names(URI.create(realm.realmUrl("")).getAuthority(), realm.name(), api));
    }

    /** Credentials as they stand after {@code Basic}. */
    public static String base64(String credentials) {
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
