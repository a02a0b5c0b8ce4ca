package dev.apikeys.it.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Imports and exports of one realm as one caller asks for them. */
public final class Transfers {

    /** One JSON value in each line. */
    public static final String NDJSON = "application/x-ndjson";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TestRealm realm;
    private final Supplier<String> token;

    private Transfers(TestRealm realm, Supplier<String> token) {
        this.realm = realm;
        this.token = token;
    }

    /** As the administrator of the master realm. */
    public static Transfers of(TestRealm realm) {
        return new Transfers(realm, realm::adminToken);
    }

    /** As a user of the realm whose password is the name. */
    public Transfers asUser(String username) {
        String ofUser = realm.tokens().password(username, username);
        return new Transfers(realm, () -> ofUser);
    }

    /**
     * An answer in JSON lines.
     *
     * @param lines one value for each line; of an answer that is no NDJSON, the whole
     */
    public record Report(int status, String text, List<JsonNode> lines) {

        /** The last word. */
        public JsonNode last() {
            return lines.get(lines.size() - 1);
        }

        /** How many records were so. */
        public long count(String what) {
            return last().path(what).asLong(-1);
        }

        /** The refused records. */
        public List<JsonNode> refusals() {
            return lines.stream().filter(line -> line.has("errors")).toList();
        }

        /** The names of the fields that are wrong in the record at the line. */
        public List<String> fields(long line) {
            List<String> fields = new ArrayList<>();
            refusals().stream()
                    .filter(refusal -> refusal.path("line").asLong() == line)
                    .forEach(refusal -> refusal.path("errors")
                            .forEach(error -> fields.add(error.path("field").asText())));
            return fields;
        }
    }

    /** Sends the records as lines. */
    public Report importLines(List<? extends Map<String, ?>> records) {
        return send(NDJSON, "*/*", KeyRecords.lines(records));
    }

    /** Sends any text as any media type. */
    public Report send(String contentType, String accept, String body) {
        return send(contentType, accept, BodyPublishers.ofString(body));
    }

    /** Sends a body that may be made as it is sent. */
    public Report send(String contentType, String accept, BodyPublisher body) {
        return report(exchange(request("/import", accept)
                .header("Content-Type", contentType)
                .POST(body)
                .build()));
    }

    /** What is exported, in the form that is accepted. */
    public HttpResponse<String> export(String query, String accept) {
        return exchange(request("/export" + query, accept).GET().build());
    }

    /** The exported records. */
    public List<JsonNode> exported(String query) {
        return report(export(query, "*/*")).lines();
    }

    private HttpRequest.Builder request(String path, String accept) {
        return HttpRequest.newBuilder(URI.create(realm.adminUrl("/api-keys" + path)))
                .header("Authorization", "Bearer " + token.get())
                .header("Accept", accept);
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Report report(HttpResponse<String> answer) {
        boolean ndjson = answer.headers().firstValue("Content-Type").orElse("").startsWith(NDJSON);
        List<JsonNode> lines = ndjson
                ? answer.body().lines().map(Transfers::read).toList()
                : List.of(read(answer.body().isEmpty() ? "{}" : answer.body()));
        return new Report(answer.statusCode(), answer.body(), lines);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }
}
