package dev.apikeys.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A call of the API with a key.
 *
 * @param answer status, the headers that tell the limits, and body, as {@code curl -i} would show them
 */
record ApiCall(String url, int status, String answer) {

    static ApiCall get(String url, String key) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).header("X-API-Key", key).build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        String limits = response.headers().map().entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).contains("ratelimit"))
                .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()) + "\n")
                .collect(Collectors.joining());
        return new ApiCall(
                url, response.statusCode(), "HTTP " + response.statusCode() + "\n" + limits + "\n" + response.body());
    }
}
