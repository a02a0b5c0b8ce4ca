package dev.apikeys.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The processes of a PostgreSQL server that somebody else has started: how they end, and begin again on the same data. */
record PostgresProcess(Path data) {

    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String READY = "ready";

    /** The process that all the others descend from. */
    long pid() throws IOException {
        return Long.parseLong(status().get(0).strip());
    }

    /** Ends them at once and without a checkpoint; returns when they are gone. */
    void crash() throws IOException, InterruptedException {
        long pid = pid();
        new ProcessBuilder("kill", "-QUIT", Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
        await(() -> ProcessHandle.of(pid).isEmpty(), "PostgreSQL does not end");
    }

    /** Starts them as they were started before; returns when they take connections. */
    void begin() throws IOException, InterruptedException {
        Files.deleteIfExists(statusFile());
        String options = Files.readString(data.resolve("postmaster.opts"));
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL does not run as root: in a namespace of its own nobody is
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(options.substring(0, options.indexOf(" \"")));
        ARGUMENT.matcher(options).results().map(argument -> argument.group(1)).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile())
                .start();
        await(() -> !process.isAlive() || isReady(), "PostgreSQL does not start");
        if (!process.isAlive()) {
            throw new IOException("PostgreSQL has ended: " + process.waitFor());
        }
    }

    private boolean isReady() throws IOException {
        return Files.exists(statusFile())
                && status().stream().anyMatch(line -> line.strip().equals(READY));
    }

    private List<String> status() throws IOException {
        return Files.readAllLines(statusFile());
    }

    private Path statusFile() {
        return data.resolve("postmaster.pid");
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition, String otherwise) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IOException(otherwise);
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }
}
