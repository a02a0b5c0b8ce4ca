package dev.apikeys.server;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A child process that ends, with its own children, when it is closed or when this JVM ends in whatever way. */
final class GuardedProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final OrphanGuard guard;
    private final Thread shutdownHook = new Thread(this::stop, "stop-child-process");

    private GuardedProcess(Process process, OrphanGuard guard) {
        this.process = process;
        this.guard = guard;
    }

    static GuardedProcess start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        GuardedProcess guarded = new GuardedProcess(process, OrphanGuard.over(process.pid()));
        Runtime.getRuntime().addShutdownHook(guarded.shutdownHook);
        return guarded;
    }

    Process process() {
        return process;
    }

    /** Ends it as a power cut would, with KILL; {@link #close()} still has to follow. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Stops it without ending it, until {@link #thaw()}. */
    void freeze() throws IOException {
        signal("-STOP");
    }

    void thaw() throws IOException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", signal, Long.toString(process.pid())));
        process.descendants().map(child -> Long.toString(child.pid())).forEach(command::add);
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        guard.release();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException shuttingDown) {
            // the hook runs at this moment and finds nothing left to do
        }
    }

    /** Asks with TERM, which {@code kc.sh} hands on to its JVM, and insists after a minute. */
    private void stop() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            children.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
