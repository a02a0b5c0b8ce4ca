package dev.apikeys.benchmark.report;

import dev.apikeys.benchmark.load.Measurement;
import dev.apikeys.benchmark.load.Result;
import java.util.List;

/** What a table says about a variant. */
final class Columns {

    static final List<String> NAMES = List.of(
            "variant",
            "requests/s",
            "min",
            "max",
            "× first",
            "p50 ms",
            "p99 ms",
            "server µs",
            "database µs",
            "load µs");

    private Columns() {}

    /** The cells of a row; {@code first} is the variant that the others are compared with. */
    static List<String> of(Result result, Result first) {
        return List.of(
                result.variant(),
                "%,.0f".formatted(result.requestsPerSecond().median()),
                "%,.0f".formatted(result.requestsPerSecond().min()),
                "%,.0f".formatted(result.requestsPerSecond().max()),
                "%.2f".formatted(result.ratioTo(first).median()),
                "%.2f".formatted(result.spread(Measurement::p50).median()),
                "%.2f".formatted(result.spread(Measurement::p99).median()),
                "%.0f".formatted(result.spread(Measurement::serverMicros).median()),
                "%.0f".formatted(result.spread(Measurement::databaseMicros).median()),
                "%.0f".formatted(result.spread(Measurement::clientMicros).median()));
    }

    /** CPU time of server and database per request. */
    static double totalMicros(Result result) {
        return result.spread(run -> run.serverMicros() + run.databaseMicros()).median();
    }
}
