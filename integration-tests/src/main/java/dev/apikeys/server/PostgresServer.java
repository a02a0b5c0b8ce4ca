package dev.apikeys.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server on a free loopback port with throw-away data. */
public final class PostgresServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres postgres;
    private final long pid;
    private final OrphanGuard guard;
    private final StatementLog log;

    private PostgresServer(EmbeddedPostgres postgres, long pid, OrphanGuard guard, StatementLog log) {
        this.postgres = postgres;
        this.pid = pid;
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
            long pid = pid(postgres);
            return new PostgresServer(postgres, pid, OrphanGuard.over(pid), StatementLog.in(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not tell its process id", e);
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
        return pid;
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

    /** The first line of the server's own file: the embedded server's class does not tell. */
    private static long pid(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint")) {
            result.next();
            return result.getLong(1);
        }
    }
}
