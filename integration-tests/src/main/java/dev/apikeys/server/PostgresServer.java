package dev.apikeys.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server on a free loopback port with throw-away data. */
public final class PostgresServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres postgres;
    private final PostgresProcess process;
    private final StatementLog log;
    private OrphanGuard guard;

    private PostgresServer(EmbeddedPostgres postgres, PostgresProcess process, OrphanGuard guard, StatementLog log) {
        this.postgres = postgres;
        this.process = process;
        this.guard = guard;
        this.log = log;
    }

    /** Returns when the server is ready. */
    public static PostgresServer start() {
        return start(Map.of());
    }

    /** Returns when the server is ready; it remembers all {@link #statements}. */
    public static PostgresServer startLogging() {
        return start(StatementLog.CONFIGURATION);
    }

    /** Returns when the server is ready; what it has committed outlives {@link #crash()}. */
    public static PostgresServer startDurable() {
        return start(Map.of("synchronous_commit", "on"));
    }

    private static PostgresServer start(Map<String, String> configuration) {
        try {
            Path work = Files.createDirectories(Workspace.current().work().resolve("postgres"));
            Path data = Files.createTempDirectory(work, "data");
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(work.toFile())
                    .setDataDirectory(data)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "off");
            configuration.forEach(builder::setServerConfig);
            EmbeddedPostgres postgres = builder.start();
            PostgresProcess process = new PostgresProcess(data);
            return new PostgresServer(postgres, process, OrphanGuard.over(process.pid()), StatementLog.in(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a new, empty database. */
    public Database.PostgreSql createDatabase(String name) {
        execute("CREATE DATABASE \"" + name.replace("\"", "\"\"") + '"');
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name;
        return new Database.PostgreSql(url, SUPERUSER, SUPERUSER);
    }

    /** All statements that were sent to the database so far, in order; only of a server that logs them. */
    public List<String> statements(String database) {
        return log.statements(database, this::execute);
    }

    /** The process that all other processes of the server descend from. */
    public long pid() {
        try {
            return process.pid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server as a crash would, until {@link #startAgain()}. */
    public void crash() throws IOException, InterruptedException {
        process.crash();
    }

    /** Returns when the server that crashed is ready again, on the same port and with the same data. */
    public void startAgain() throws IOException, InterruptedException {
        process.begin();
        guard.release();
        guard = OrphanGuard.over(process.pid());
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            guard.release();
        }
    }

    private void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refuses " + sql, e);
        }
    }
}
