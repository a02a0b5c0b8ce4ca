package dev.apikeys.benchmark.load;

import java.net.URI;
import java.util.List;

/**
 * One of the things that are measured side by side.
 *
 * @param servers the connections are spread evenly over them
 * @param status of each answer
 * @param expected what each body must contain
 * @param connections how many requests are under way at a time
 */
public record Variant(String name, List<URI> servers, Requests requests, int status, String expected, int connections) {

    private static final int OK = 200;

    public Variant {
        servers = List.copyOf(servers);
    }

    /** One whose answers have the status 200. */
    public Variant(String name, List<URI> servers, Requests requests, String expected, int connections) {
        this(name, servers, requests, OK, expected, connections);
    }

    /** The same, answered in another way. */
    public Variant expecting(int otherStatus, String other) {
        return new Variant(name, servers, requests, otherStatus, other, connections);
    }
}
