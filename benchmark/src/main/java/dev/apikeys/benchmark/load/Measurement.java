package dev.apikeys.benchmark.load;

/**
 * One run of one variant.
 *
 * @param requestsPerSecond answered as expected
 * @param p50 median latency in milliseconds
 * @param p99 latency in milliseconds that one of a hundred requests exceeds
 * @param serverMicros CPU time of all Keycloak nodes per request
 * @param databaseMicros CPU time of PostgreSQL per request
 * @param clientMicros CPU time of the load generator per request
 */
public record Measurement(
        long requests,
        double requestsPerSecond,
        double p50,
        double p99,
        double serverMicros,
        double databaseMicros,
        double clientMicros) {

    static Measurement of(Load load, long serverMicros, long databaseMicros, long clientMicros) {
        double requests = load.requests();
        return new Measurement(
                load.requests(),
                requests / load.seconds(),
                load.millis(0.50),
                load.millis(0.99),
                serverMicros / requests,
                databaseMicros / requests,
                clientMicros / requests);
    }
}
