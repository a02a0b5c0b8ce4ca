package dev.apikeys.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs the scripts in {@code resources/gateways}, which ask with curl. */
public final class Curl {

    private static final int PATIENCE_MINUTES = 5;

    private Curl() {}

    /** Where curl is installed on this machine, if it is. */
    public static Optional<Path> program() {
        return List.of("/usr/bin/curl", "/usr/local/bin/curl").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * What a script has printed.
     *
     * @param exitCode 0 when all answers were as expected
     */
    public record Walk(int exitCode, String output) {}

    /** Runs a script to its end, with nothing in its environment but the way to programs and what is given. */
    public static Walk walk(String script, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile("walk", ".log");
            ProcessBuilder builder = new ProcessBuilder("bash", file(script).toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            Walk walk = new Walk(process.waitFor(), Files.readString(output));
            Files.delete(output);
            return walk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path file(String script) {
        try {
            return Path.of(Curl.class.getResource("/gateways/" + script).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
