package dev.apikeys.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends forms and JSON and reads JSON. */
final class JsonHttp {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    /** A status and the body that came with it; the body is missing when there was none. */
    record Answer(int status, JsonNode body) {

        Answer require(int expected, String what) throws IOException {
            if (status != expected) {
                throw new IOException(what + " answered " + status + " instead of " + expected + ": " + body);
            }
            return this;
        }
    }

    Answer postForm(String url, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(post(url, "application/x-www-form-urlencoded", body));
    }

    Answer postJson(String url, String bearer, Object body) throws IOException, InterruptedException {
        return send(post(url, "application/json", json.writeValueAsString(body))
                .header("Authorization", "Bearer " + bearer));
    }

    Answer get(String url, String bearer) throws IOException, InterruptedException {
        return send(request(url, "application/json").GET().header("Authorization", "Bearer " + bearer));
    }

    Answer putJson(String url, String bearer, Object body) throws IOException, InterruptedException {
        return send(request(url, "application/json")
                .PUT(BodyPublishers.ofString(json.writeValueAsString(body)))
                .header("Authorization", "Bearer " + bearer));
    }

    JsonNode parse(String text) throws IOException {
        return text.isBlank() ? MissingNode.getInstance() : json.readTree(text);
    }

    private static HttpRequest.Builder post(String url, String contentType, String body) {
        return request(url, contentType).POST(BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder request(String url, String contentType) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).header("Content-Type", contentType);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), parse(response.body()));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
