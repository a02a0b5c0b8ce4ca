package dev.apikeys.it.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apikeys.it.support.Keys.NewKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Somebody who asks one node and takes whatever comes. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEMO_API =
            "Basic " + Base64.getEncoder().encodeToString("demo-api:demo-api-secret".getBytes(StandardCharsets.UTF_8));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private final String realm;
    private final String adminToken;

    /** The token outlives the faults: nobody can log in while they last. */
    Caller(String server, String realm, String adminToken) {
        this.server = server;
        this.realm = realm;
        this.adminToken = adminToken;
    }

    Told introspect(NewKey key) {
        HttpRequest request = request("/realms/" + realm + "/protocol/openid-connect/token/introspect", DEMO_API)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + key.value()))
                .build();
        return send(request)
                .map(answer -> answer.statusCode() == 200
                        ? isActive(answer.body()) ? Told.ACCEPTED : Told.REFUSED
                        : failed(answer))
                .orElse(Told.SILENT);
    }

    Told check(NewKey key) {
        HttpRequest request = request("/realms/" + realm + "/api-keys/check", DEMO_API)
                .header("X-API-Key", key.value())
                .build();
        return send(request)
                .map(answer -> switch (answer.statusCode()) {
                    case 200 -> Told.ACCEPTED;
                    case 401, 403, 429 -> Told.REFUSED;
                    default -> failed(answer);
                })
                .orElse(Told.SILENT);
    }

    /** A new key of {@code shop-backend}; empty when nobody says that there is one. */
    Optional<NewKey> create() {
        return administer(
                        "",
                        "{\"name\":\"a key\",\"clientId\":\"shop-backend\",\"scopes\":[\"calls:read\"],\"limits\":[]}")
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> json(answer.body()))
                .map(key -> new NewKey(key.path("id").asText(), key.path("key").asText()));
    }

    /** Whether the answer says that the key is revoked. */
    boolean revoke(NewKey key) {
        return administer("/" + key.id() + "/revoke", "")
                .filter(answer -> answer.statusCode() == 200)
                .isPresent();
    }

    /** How many calls with the key are written down as let through. */
    long allowed(NewKey key) {
        HttpRequest request = request(
                        "/admin/realms/" + realm + "/api-keys/" + key.id() + "/usage", "Bearer " + adminToken)
                .build();
        return send(request)
                .map(answer -> json(answer.body()).path("allowed").asLong())
                .orElse(0L);
    }

    /** Whether the realm's administration does as it is told. */
    boolean post(String path) {
        HttpRequest request = request("/admin/realms/" + realm + path, "Bearer " + adminToken)
                .POST(BodyPublishers.noBody())
                .build();
        return send(request).filter(answer -> answer.statusCode() == 204).isPresent();
    }

    private Optional<HttpResponse<String>> administer(String path, String body) {
        return send(request("/admin/realms/" + realm + "/api-keys" + path, "Bearer " + adminToken)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, String authorization) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .timeout(PATIENCE)
                .header("Authorization", authorization);
    }

    private Optional<HttpResponse<String>> send(HttpRequest request) {
        try {
            return Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException silence) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Told failed(HttpResponse<String> answer) {
        if (answer.statusCode() < SERVER_ERROR) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
        return answer.statusCode() == UNAVAILABLE ? Told.UNAVAILABLE : Told.FAILED;
    }

    private static boolean isActive(String body) {
        return json(body).path("active").asBoolean();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}
