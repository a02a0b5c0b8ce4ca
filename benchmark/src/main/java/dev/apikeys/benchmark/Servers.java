package dev.apikeys.benchmark;

import dev.apikeys.server.Database.PostgreSql;
import dev.apikeys.server.ServerOptions;
import java.util.Map;

/** Servers as in production, and not as the tests start them. */
final class Servers {

    /** More than any section loads: what is measured is a cached key, not the choice of what to forget. */
    private static final String ENTRIES = "5000000";

    private Servers() {}

    static ServerOptions options(Settings settings, String name, PostgreSql database, String heap) {
        ServerOptions options = ServerOptions.named(name)
                .withStockPasswords()
                .withDatabase(database)
                // the start line is a message of Quarkus
                .withLogLevel("warn,io.quarkus:info")
                // takes the place of the flags by which tests start fast and run slowly
                .withEnvironment("JAVA_OPTS_APPEND", "-XX:+UseG1GC")
                .withEnvironment("JAVA_OPTS_KC_HEAP", heap)
                .withStartOption("spi-api-keys-cache--cluster--entries", ENTRIES)
                .withJar(settings.ceilingJar());
        for (Map.Entry<String, String> option : settings.serverOptions().entrySet()) {
            options = options.withStartOption(option.getKey(), option.getValue());
        }
        return options;
    }
}
