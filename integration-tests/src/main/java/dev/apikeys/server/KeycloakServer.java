package dev.apikeys.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A running Keycloak; it ends with {@link #close()} or with this JVM. */
public final class KeycloakServer implements RunningKeycloak, AutoCloseable {

    private final ServerDirectory directory;
    private final GuardedProcess process;
    private final ListeningLine addresses;

    private KeycloakServer(ServerDirectory directory, GuardedProcess process, ListeningLine addresses) {
        this.directory = directory;
        this.process = process;
        this.addresses = addresses;
    }

    /** Returns when the server is ready; fails with its log when it does not become ready within minutes. */
    public static KeycloakServer start(ServerOptions options) {
        return start(options, Workspace.current());
    }

    /** The same with what is elsewhere. */
    public static KeycloakServer start(ServerOptions options, Workspace workspace) {
        try {
            ServerDirectory directory = ServerDirectory.acquire(workspace.work(), options.name());
            try {
                new KeycloakInstallation(workspace, options).prepare(directory);
                return start(directory, options);
            } catch (IOException | InterruptedException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Keycloak was starting", e);
        }
    }

    @Override
    public String url() {
        return addresses.server().toString();
    }

    @Override
    public URI managementUrl() {
        return addresses.management();
    }

    @Override
    public String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path logFile() {
        return directory.serverLog();
    }

    /** Ends the server as a power cut would, with KILL; {@link #close()} still has to follow. */
    public void kill() {
        process.kill();
    }

    /** Lets the server hang as under a debugger, connections open, until {@link #thaw()}. */
    public void freeze() {
        try {
            process.freeze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the server go on after {@link #freeze()}. */
    public void thaw() {
        try {
            process.thaw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's JVM, which is a child of {@code kc.sh}. */
    public ProcessHandle jvm() {
        return process.process()
                .descendants()
                .filter(child -> child.info()
                        .command()
                        .filter(path -> path.endsWith("java"))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Keycloak's JVM has ended"));
    }

    /** Ends the server as an operator would, with TERM; its data stays until a server of the same name starts. */
    @Override
    public void close() {
        process.close();
        directory.close();
    }

    private static KeycloakServer start(ServerDirectory directory, ServerOptions options)
            throws IOException, InterruptedException {
        GuardedProcess process =
                KeycloakCommand.start(directory.keycloak(), options).run(directory.serverLog());
        try {
            ListeningLine addresses = new Readiness(process.process(), directory.serverLog()).await();
            return new KeycloakServer(directory, process, addresses);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }
}
