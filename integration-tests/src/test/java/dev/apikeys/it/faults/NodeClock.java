package dev.apikeys.it.faults;

import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The clock of one node, which libfaketime lets jump; the time that goes by stays what it is. */
record NodeClock(KeycloakServer node) {

    /** In the directory that a node is started in, so that each has its own. */
    private static final String FILE = "clock";

    /** Where Debian has it; empty where it is not installed. */
    static Optional<Path> library() {
        return Stream.of("x86_64", "aarch64")
                .map(machine -> Path.of("/usr/lib/" + machine + "-linux-gnu/faketime/libfaketime.so.1"))
                .filter(Files::exists)
                .findFirst();
    }

    /** Nodes whose clocks are right until somebody changes them. */
    static ServerOptions adjustable(ServerOptions options, Path library) {
        return options.withEnvironment("LD_PRELOAD", library.toString())
                .withEnvironment("FAKETIME_TIMESTAMP_FILE", FILE)
                .withEnvironment("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                // otherwise timed waits of a JVM are over at once
                .withEnvironment("FAKETIME_FORCE_MONOTONIC_FIX", "0")
                .withEnvironment("FAKETIME_CACHE_DURATION", "1");
    }

    /** From now on so much ahead of the right time; right again with zero. */
    void step(Duration ahead) throws IOException {
        Path next = home().resolve(FILE + ".next");
        Files.writeString(next, "+" + ahead.toSeconds() + "\n");
        Files.move(next, home().resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path home() {
        return node.logFile().resolveSibling("keycloak");
    }
}
