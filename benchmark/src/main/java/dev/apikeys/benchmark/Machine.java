package dev.apikeys.benchmark;

/** What the numbers belong to. */
final class Machine {

    private Machine() {}

    static String describe() {
        return "%d processors, %s, %s, Java %s, Keycloak %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature(),
                        System.getProperty("benchmark.keycloak", "unknown"));
    }
}
