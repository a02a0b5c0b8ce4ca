package dev.apikeys.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A MariaDB server on a free loopback port with throw-away data; it ends with this JVM. Only with {@code -Pmariadb}. */
public final class MariaDbServer {

    private static final String USER = "keycloak";

    /** Runs when the server starts: a fresh one knows nobody who comes by TCP. */
    private static final String FIRST_USER =
            """
            CREATE USER IF NOT EXISTS 'keycloak'@'%' IDENTIFIED BY 'keycloak';
            GRANT ALL PRIVILEGES ON *.* TO 'keycloak'@'%';
            """;

    private final int port;

    private MariaDbServer(int port) {
        this.port = port;
    }

    /** Returns when the server listens. */
    public static MariaDbServer start() {
        try {
            Path home = home();
            Path work = Files.createDirectories(Workspace.current().work());
            Path directory = Files.createTempDirectory(work, "mariadb");
            Path data = directory.resolve("data");
            Files.writeString(directory.resolve("init.sql"), FIRST_USER);
            install(home, data, directory);
            int port = LoopbackPorts.free();
            GuardedProcess process = GuardedProcess.start(command(
                    directory,
                    home.resolve("bin/mariadbd").toString(),
                    "--no-defaults",
                    "--basedir=" + home,
                    "--datadir=" + data,
                    "--init-file=" + directory.resolve("init.sql"),
                    "--socket=" + directory.resolve("socket"),
                    "--bind-address=127.0.0.1",
                    "--port=" + port,
                    "--skip-name-resolve",
                    "--character-set-server=utf8mb4",
                    "--innodb-flush-log-at-trx-commit=0",
                    "--user=" + System.getProperty("user.name")));
            OpenPort.await(process, port, directory.resolve("mariadb.log"));
            return new MariaDbServer(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns a database that is made when somebody connects to it. Its isolation is that of all other databases: what a
     * transaction counts behind a lock must not be older than the lock.
     */
    public Database.MariaDb createDatabase(String name) {
        return new Database.MariaDb(
                "jdbc:mariadb://127.0.0.1:%d/%s?createDatabaseIfNotExist=true&sessionVariables=transaction_isolation='READ-COMMITTED'"
                        .formatted(port, name),
                USER,
                USER);
    }

    private static Path home() throws IOException {
        Path home = Path.of(System.getProperty("mariadb.home", ""));
        if (!Files.isRegularFile(home.resolve("bin/mariadbd"))) {
            throw new IllegalStateException("There is no MariaDB in '" + home + "': -Pmariadb unpacks one");
        }
        makeExecutable(home.resolve("bin"));
        makeExecutable(home.resolve("scripts"));
        return home;
    }

    /** The archive has forgotten what the files were. */
    private static void makeExecutable(Path directory) throws IOException {
        try (Stream<Path> programs = Files.list(directory)) {
            programs.forEach(program -> program.toFile().setExecutable(true));
        }
    }

    private static void install(Path home, Path data, Path directory) throws IOException {
        Process process = command(
                        directory,
                        home.resolve("scripts/mariadb-install-db").toString(),
                        "--no-defaults",
                        "--basedir=" + home,
                        "--datadir=" + data,
                        "--skip-test-db",
                        "--user=" + System.getProperty("user.name"))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("MariaDB was not set up:\n" + Files.readString(directory.resolve("mariadb.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder command(Path directory, String... words) {
        return new ProcessBuilder(List.of(words))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("mariadb.log").toFile()));
    }
}
