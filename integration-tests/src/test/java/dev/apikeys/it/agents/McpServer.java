package dev.apikeys.it.agents;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.apikeys.it.support.TestRealm;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An MCP server of two tools that does what docs/agents.md tells authors of such servers: protected resource metadata
 * (RFC 9728), JSON-RPC over HTTP, and the question to Keycloak about each bearer token.
 */
final class McpServer implements AutoCloseable {

    private static final String METADATA = "/.well-known/oauth-protected-resource/mcp";
    private static final Map<String, String> TOOLS = Map.of("list_calls", "calls:read", "create_call", "calls:write");

    private final TestRealm realm;
    private final HttpServer server;

    McpServer(TestRealm realm) throws IOException {
        this.realm = realm;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(METADATA, exchange -> answer(exchange, 200, metadata()));
        server.createContext("/mcp", this::protect);
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String metadata() {
        return """
                {"resource": "%s/mcp", "authorization_servers": ["%s"],
                 "scopes_supported": ["calls:read", "calls:write"], "bearer_methods_supported": ["header"]}"""
                .formatted(origin(), realm.realmUrl(""));
    }

    private void protect(HttpExchange exchange) throws IOException {
        JsonPath call = JsonPath.from(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Optional<String> token = Optional.ofNullable(
                        exchange.getRequestHeaders().getFirst("Authorization"))
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()));
        if (token.isEmpty()) {
            refuse(exchange, 401, "");
            return;
        }
        String scope = TOOLS.getOrDefault(
                Optional.ofNullable(call.getString("params.name")).orElse(""), "none");
        JsonPath answer = introspect(
                token.get(), scope, exchange.getRemoteAddress().getAddress().getHostAddress());
        String error = Optional.ofNullable(answer.getString("error")).orElse("invalid_token");
        if (answer.getBoolean("active")) {
            allow(exchange, call, answer, scope);
        } else if (error.equals("rate_limit_exceeded")) {
            exchange.getResponseHeaders().set("Retry-After", answer.getString("retry_after"));
            refuse(exchange, 429, "");
        } else if (List.of("insufficient_scope", "ip_denied").contains(error)) {
            refuse(exchange, 403, ", error=\"" + error + "\", scope=\"" + scope + '"');
        } else {
            refuse(exchange, 401, ", error=\"invalid_token\", error_description=\"" + error + '"');
        }
    }

    private void allow(HttpExchange exchange, JsonPath call, JsonPath answer, String scope) throws IOException {
        if (List.of(answer.getString("scope").split(" ")).contains(scope)) {
            answer(
                    exchange,
                    200,
                    """
                    {"jsonrpc": "2.0", "id": %s, "result": {"content": [{"type": "text", "text": "for %s"}]}}"""
                            .formatted(call.getString("id"), answer.getString("username")));
        } else {
            refuse(exchange, 403, ", error=\"insufficient_scope\", scope=\"" + scope + '"');
        }
    }

    private JsonPath introspect(String token, String scope, String address) {
        return realm.introspect("demo-api", "demo-api-secret", token, Map.of("scope", scope, "client_ip", address))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void refuse(HttpExchange exchange, int status, String challenge) throws IOException {
        exchange.getResponseHeaders()
                .set("WWW-Authenticate", "Bearer resource_metadata=\"" + origin() + METADATA + '"' + challenge);
        answer(exchange, status, "{}");
    }

    private static void answer(HttpExchange exchange, int status, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
