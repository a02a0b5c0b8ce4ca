package dev.apikeys.it.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One node as its callers see it, over kept-alive connections: tests in a hurry leave the machine to the nodes. */
final class Node {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEMO_API =
            "Basic " + Base64.getEncoder().encodeToString("demo-api:demo-api-secret".getBytes(StandardCharsets.UTF_8));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestRealm realm;

    /**
     * A node.
     *
     * @param realm the realm as this node sees it
     */
    Node(TestRealm realm) {
        this.realm = realm;
    }

    /** Whether {@code demo-api} is told that the key is good for {@code calls:read}. */
    boolean accepts(NewKey key) {
        return introspect(key, Map.of("scope", "calls:read")).path("active").asBoolean();
    }

    /** What {@code demo-api} is told of the key. */
    JsonNode introspect(NewKey key, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("token", key.value());
        String url = realm.realmUrl("/protocol/openid-connect/token/introspect");
        return send(
                request(url, DEMO_API, "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form)))
                        .build(),
                200);
    }

    /** A new key of {@code shop-backend} with {@code calls:read}. */
    NewKey create() {
        JsonNode key = administer(
                "POST",
                "/api-keys",
                Map.of("name", "a key", "clientId", "shop-backend", "scopes", List.of("calls:read")),
                201);
        return new NewKey(key.path("id").asText(), key.path("key").asText());
    }

    /** One of the actions on a key, such as {@code revoke}. */
    void act(NewKey key, String action) {
        administer("POST", "/api-keys/" + key.id() + "/" + action, Map.of(), 200);
    }

    void change(NewKey key, Map<String, ?> change) {
        administer("PUT", "/api-keys/" + key.id(), change, 200);
    }

    void delete(NewKey key) {
        administer("DELETE", "/api-keys/" + key.id(), Map.of(), 204);
    }

    private JsonNode administer(String method, String path, Map<String, ?> body, int status) {
        HttpRequest.BodyPublisher publisher =
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json(body));
        return send(
                request(realm.adminUrl(path), "Bearer " + realm.adminToken(), "application/json")
                        .method(method, publisher)
                        .build(),
                status);
    }

    private static HttpRequest.Builder request(String url, String authorization, String contentType) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Content-Type", contentType);
    }

    private JsonNode send(HttpRequest request, int status) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != status) {
                throw new AssertionError(request + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
