package dev.apikeys.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A runnable jar in a JVM of its own, configured by its environment; it ends with {@link #close()} or with this JVM. */
public final class JavaProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final GuardedProcess process;
    private final Path log;

    private JavaProcess(GuardedProcess process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it and returns at once.
     *
     * @param name names the log file
     */
    public static JavaProcess start(String name, Path jar, Map<String, String> environment) throws IOException {
        Path log = Files.createDirectories(Workspace.current().work()).resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toAbsolutePath().normalize().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("JAVA_"));
        builder.environment().putAll(environment);
        return new JavaProcess(GuardedProcess.start(builder), log);
    }

    /** Returns the first line of its output that has the text; fails with the output when it ends before that. */
    public String await(String text) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            boolean alive = process.process().isAlive();
            Optional<String> line = Files.readString(log)
                    .lines()
                    .filter(candidate -> candidate.contains(text))
                    .findFirst();
            if (line.isPresent()) {
                return line.get();
            }
            if (!alive || System.nanoTime() > deadline) {
                throw new IOException("No '" + text + "' in " + log + ":\n" + Files.readString(log));
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
