package dev.apikeys.benchmark.load;

import java.net.URI;
import java.util.List;

/**
 * One of the things that are measured side by side.
 *
 * @param servers the connections are spread evenly over them
 * @param expected what each body must contain, beside the status 200
 * @param connections how many requests are under way at a time
 */
public record Variant(String name, List<URI> servers, Requests requests, String expected, int connections) {

    public Variant {
        servers = List.copyOf(servers);
    }
}
