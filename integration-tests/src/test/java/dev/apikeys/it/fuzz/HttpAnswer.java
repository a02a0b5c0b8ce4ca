package dev.apikeys.it.fuzz;

import java.util.Map;
import java.util.stream.Stream;

/**
 * What the server answered.
 *
 * @param headers by names in lower case
 * @param text the body
 */
record HttpAnswer(int status, Map<String, String> headers, String text) {

    HttpAnswer {
        headers = Map.copyOf(headers);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean isJson() {
        return header("content-type").contains("json") && !text.isEmpty();
    }

    /** The whole body, or the lines of one that has a document in each. */
    Stream<String> documents() {
        return header("content-type").contains("ndjson") ? text.lines() : Stream.of(text);
    }

    /** Whether the server reads another request from the same connection. */
    boolean keepsConnection() {
        return !header("connection").equalsIgnoreCase("close");
    }
}
