package dev.apikeys.benchmark.keys;

import dev.apikeys.server.Database.PostgreSql;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Puts keys into the tables directly: a million of them over the REST API would take hours. */
public final class KeyLoader {

    private static final int BATCH = 10_000;

    private final PostgreSql database;

    public KeyLoader(PostgreSql database) {
        this.database = database;
    }

    /**
     * Loads active keys with the values of the pool, and one revoked key more for each hundred of them.
     *
     * @param progress is told how many are in the database
     */
    public void load(KeyOwners owners, KeyPool pool, long seed, IntConsumer progress) throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            SplittableRandom ids = new SplittableRandom(seed);
            long now = System.currentTimeMillis();
            for (int from = 0; from < pool.size(); from += BATCH) {
                int to = Math.min(from + BATCH, pool.size());
                KeyRows rows = new KeyRows(owners, now, ids);
                for (int i = from; i < to; i++) {
                    rows.add(i, pool.value(i), false);
                }
                copy(connection, rows);
                progress.accept(to);
            }
            copy(connection, revoked(new KeyRows(owners, now, ids), pool.size(), seed));
            try (Statement statement = connection.createStatement()) {
                statement.execute("VACUUM ANALYZE api_key, api_key_secret, api_key_scope");
            }
        }
    }

    /** Revokes all keys of a realm that no server has seen yet. */
    public void revokeAll(String realmId) throws SQLException {
        change("UPDATE api_key SET revoked_at = created_at WHERE realm_id = ?", realmId);
    }

    /** Lets all keys of a realm that no server has seen yet expire. */
    public void expireAll(String realmId) throws SQLException {
        change("UPDATE api_key SET expires_at = created_at WHERE realm_id = ?", realmId);
    }

    private void change(String sql, String realmId) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, realmId);
            statement.executeUpdate();
        }
    }

    /** How often the index by which keys are found has been asked since the database was made. */
    public long lookups() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("SELECT idx_scan FROM pg_stat_user_indexes"
                        + " WHERE indexrelname = 'idx_api_key_secret_sha256'")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static KeyRows revoked(KeyRows rows, int active, long seed) {
        KeyPool pool = KeyPool.of(Math.max(1, active / 100), ~seed);
        for (int i = 0; i < pool.size(); i++) {
            rows.add(active + i, pool.value(i), true);
        }
        return rows;
    }

    private static void copy(Connection connection, KeyRows rows) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        copy.copyIn("COPY " + KeyRows.KEY_COLUMNS + " FROM STDIN", new StringReader(rows.keys()));
        copy.copyIn("COPY " + KeyRows.SECRET_COLUMNS + " FROM STDIN", new StringReader(rows.secrets()));
        copy.copyIn("COPY " + KeyRows.SCOPE_COLUMNS + " FROM STDIN", new StringReader(rows.scopes()));
    }
}
