package dev.apikeys.it.security;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apikeys.it.security.PermissionMatrix.Cell;
import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.Keys.NewKey;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A request in a form that succeeds for whoever may.
 *
 * @param key what it is about
 */
record Asked(Cell cell, Caller caller, NewKey key) {

    static final String ADMIN = "/admin/realms/{realm}/api-keys";
    static final String ACCOUNT = "/realms/{realm}/api-keys/account";
    static final String DOOR = "/realms/{realm}/api-keys";
    static final String OIDC = "/realms/{realm}/protocol/openid-connect";

    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What an endpoint needs in its body, as JSON; others need nothing. */
    private static final Map<String, Function<Asked, ?>> BODIES = Map.ofEntries(
            entry("POST " + ADMIN, Asked::newKey),
            entry("POST " + ADMIN + "/accepted-by", Asked::grant),
            entry("POST " + ADMIN + "/import", asked -> List.of(asked.importedKey())),
            entry("PUT " + ADMIN + "/settings", asked -> Map.of("freshness", 30)),
            entry("PUT " + ADMIN + "/{id}", asked -> Map.of("description", "changed")),
            entry("POST " + ACCOUNT, Asked::newKey),
            entry("PUT " + ACCOUNT + "/{id}", asked -> Map.of("description", "changed")),
            entry("POST " + DOOR + "/check/batch", asked -> Map.of("checks", List.of(asked.check()))),
            entry(
                    "POST " + DOOR + "/outcomes",
                    asked -> Map.of("audience", "demo-api", "outcomes", List.of(asked.outcome()))));

    /** The same as a form. */
    private static final Map<String, Function<Asked, Map<String, String>>> FORMS = Map.of(
            "POST " + OIDC + "/token/introspect",
            asked -> Map.of("token", asked.key.value()),
            "POST " + OIDC + "/token",
            asked -> Map.of(
                    "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                    "subject_token_type", "urn:keycloak:params:oauth:token-type:api-key",
                    "subject_token", asked.key.value()));

    /** The answer in the words of the table. */
    String answer() {
        return said(send());
    }

    private HttpResponse<String> send() {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri());
        if (!caller.authorization().get().isEmpty()) {
            request.header("Authorization", caller.authorization().get());
        }
        if (cell.door().equals(DOOR)) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
            request.header("X-API-Key", key.value());
        }
        Function<Asked, ?> body = BODIES.get(cell.endpoint());
        Function<Asked, Map<String, String>> form = FORMS.get(cell.endpoint());
        try {
            if (body != null) {
                request.header("Content-Type", "application/json");
                request.method(cell.method(), BodyPublishers.ofString(JSON.writeValueAsString(body.apply(this))));
            } else if (form != null) {
                request.header("Content-Type", "application/x-www-form-urlencoded");
                request.method(cell.method(), BodyPublishers.ofString(encoded(form.apply(this))));
            } else {
                request.header("Content-Type", "application/json");
                request.method(cell.method(), BodyPublishers.noBody());
            }
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private URI uri() {
        String address = caller.ground().realm().realmUrl("");
        String server = address.substring(0, address.indexOf("/realms/"));
        String path = (cell.door() + (cell.path().isEmpty() ? "" : "/" + cell.path()))
                .replace("{realm}", caller.ground().realm().name())
                .replace("{id}", key.id())
                .replace("{audience}", "demo-api")
                .replace("{scope}", "calls:read")
                .replace("{callersPath}", "a/path");
        String query =
                switch (cell.endpoint().replaceFirst("^[A-Z]+ ", "")) {
                    case ADMIN + "/scopes", ACCOUNT + "/scopes" -> "?clientId=" + caller.clientId();
                    case DOOR + "/check" -> "?audience=demo-api";
                    default -> "";
                };
        return URI.create(server + path + query);
    }

    /**
     * What the caller gets to see beside the status: an empty list is as good as none, an inactive key as none, and an
     * import of nothing as a refusal.
     */
    private String said(HttpResponse<String> response) {
        String body = response.body();
        boolean noLines = isOf("/export", response) && body.isEmpty();
        boolean empty = body.equals("[]") || body.equals("0") || body.startsWith("{\"groups\":[]") || noLines;
        boolean inactive = body.startsWith("{\"active\":false");
        boolean refused = isOf("/import", response) && body.contains("\"imported\":0,");
        return response.statusCode()
                + (empty ? " empty" : "")
                + (inactive ? " inactive" : "")
                + (refused ? " refused" : "");
    }

    /** Whether this is a list of lines, or a report of them, and not a refusal to begin with one. */
    private boolean isOf(String path, HttpResponse<String> response) {
        return response.statusCode() == OK && cell.endpoint().endsWith(ADMIN + path);
    }

    private Map<String, ?> newKey() {
        Map<String, Object> body = new HashMap<>(grant());
        body.put("name", "Made by a cell");
        return body;
    }

    private Map<String, ?> importedKey() {
        Map<String, Object> body = new HashMap<>(newKey());
        body.putAll(
                KeyRecords.of(UUID.randomUUID().toString(), UUID.randomUUID().toString()));
        body.put("clientId", caller.clientId());
        return body;
    }

    private Map<String, Object> grant() {
        Map<String, Object> body =
                new HashMap<>(Map.of("clientId", caller.clientId(), "scopes", List.of("calls:read")));
        if (cell.about().equals("personal key")) {
            body.put("userId", caller.ground().realm().users().id(Ground.OWNER));
        }
        return body;
    }

    private Map<String, ?> check() {
        return Map.of("key", key.value(), "audience", "demo-api");
    }

    private Map<String, ?> outcome() {
        return Map.of("key", key.id(), "outcome", "sent");
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
