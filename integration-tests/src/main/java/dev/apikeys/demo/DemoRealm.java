package dev.apikeys.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.server.RunningKeycloak;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the demo does with its realm, over the same HTTP as any caller. */
final class DemoRealm {

    static final String RESOURCE_SERVER = "demo-api";
    static final String RESOURCE_SERVER_SECRET = "demo-api-secret";

    private final JsonHttp http = new JsonHttp();
    private final String baseUrl;

    DemoRealm(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    String baseUrl() {
        return baseUrl;
    }

    String issuer() {
        return baseUrl + "/realms/demo";
    }

    String introspectionUrl() {
        return issuer() + "/protocol/openid-connect/token/introspect";
    }

    /** Where browsers may find the consoles, by either name of this machine. */
    List<String> origins() {
        int port = URI.create(baseUrl).getPort();
        return List.of("http://localhost:" + port, "http://127.0.0.1:" + port);
    }

    /** Imports the realm file, unless the realm is there already. */
    void importFrom(Path file) throws IOException, InterruptedException {
        JsonHttp.Answer answer =
                http.postJson(baseUrl + "/admin/realms", adminToken(), http.parse(Files.readString(file)));
        if (answer.status() != 409) {
            answer.require(201, "The realm import");
        }
    }

    /** Lets the administrator of the master realm see the pages; the demo realm's file does it for the realm's own. */
    void showPages() throws IOException, InterruptedException {
        http.putJson(baseUrl + "/admin/realms/master", adminToken(), Map.of("adminTheme", "api-keys"))
                .require(204, "Setting the admin theme");
    }

    /** Says at the client whose keys open the API where the API's OpenAPI document is. */
    void document(String url) throws IOException, InterruptedException {
        String clients = baseUrl + "/admin/realms/demo/clients";
        JsonNode client = http.get(clients + "?clientId=shop-backend", adminToken())
                .require(200, "Finding the client")
                .body()
                .path(0);
        ((ObjectNode) client.path("attributes")).put("api-keys.openapi-url", url);
        http.putJson(clients + "/" + client.path("id").asText(), adminToken(), client)
                .require(204, "Setting the address of the OpenAPI document");
    }

    /** Creates a key for the client {@code shop-backend} and returns its value. */
    String createKey() throws IOException, InterruptedException {
        Map<String, Object> key =
                Map.of("name", "Demo key", "clientId", "shop-backend", "scopes", List.of("calls:read"));
        return http.postJson(baseUrl + "/admin/realms/demo/api-keys", adminToken(), key)
                .require(201, "Creating the key")
                .body()
                .path("key")
                .asText();
    }

    /** Asks about the key as the resource server would. */
    JsonNode introspect(String key) throws IOException, InterruptedException {
        Map<String, String> form =
                Map.of("client_id", RESOURCE_SERVER, "client_secret", RESOURCE_SERVER_SECRET, "token", key);
        return http.postForm(introspectionUrl(), form)
                .require(200, "The introspection")
                .body();
    }

    private String adminToken() throws IOException, InterruptedException {
        return http.postForm(baseUrl + "/realms/master/protocol/openid-connect/token", RunningKeycloak.adminLogin())
                .require(200, "The administrator's login")
                .body()
                .path("access_token")
                .asText();
    }
}
