package dev.apikeys.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Waits until a started Keycloak answers. */
final class Readiness {

    private static final Duration TIMEOUT = Duration.ofMinutes(7);
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final Process process;
    private final Path log;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    Readiness(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Returns the addresses of the server, once its health endpoint says that it is ready. */
    ListeningLine await() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            Optional<ListeningLine> addresses = ListeningLine.in(Files.readString(log));
            if (addresses.isPresent() && isReady(addresses.get().management())) {
                return addresses.get();
            }
            Thread.sleep(INTERVAL.toMillis());
        }
        throw new IOException("Keycloak did not become ready:\n" + Files.readString(log));
    }

    private boolean isReady(URI management) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(management.resolve("/health/ready"))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
