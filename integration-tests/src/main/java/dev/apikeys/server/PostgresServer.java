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

/** A PostgreSQL server on a free loopback port with throw-away data. */
public final class PostgresServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres postgres;
    private final OrphanGuard guard;

    private PostgresServer(EmbeddedPostgres postgres, OrphanGuard guard) {
        this.postgres = postgres;
        this.guard = guard;
    }

    /** Returns when the server is ready. */
    public static PostgresServer start() {
        try {
            Path work = Files.createDirectories(Workspace.current().work().resolve("postgres"));
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(work.toFile())
                    .setDataDirectory(Files.createTempDirectory(work, "data"))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "off")
                    .start();
            return new PostgresServer(postgres, OrphanGuard.over(pid(postgres)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not tell its process id", e);
        }
    }

    /** Returns a new, empty database. */
    public Database.PostgreSql createDatabase(String name) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name;
            return new Database.PostgreSql(url, SUPERUSER, SUPERUSER);
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " cannot be created", e);
        }
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
