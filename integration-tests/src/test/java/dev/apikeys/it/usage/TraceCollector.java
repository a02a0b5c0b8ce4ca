package dev.apikeys.it.usage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what a server exports by OTLP over HTTP. The texts in protobuf messages are plain UTF-8. */
final class TraceCollector implements AutoCloseable {

    private final HttpServer http;
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    private TraceCollector(HttpServer http) {
        this.http = http;
    }

    static TraceCollector start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TraceCollector collector = new TraceCollector(http);
        http.createContext("/", collector::take);
        http.start();
        return collector;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Everything so far. */
    String received() {
        return String.join("\n", bodies);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
