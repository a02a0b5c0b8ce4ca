package dev.apikeys.keycloak.store;

import dev.apikeys.core.model.ApiKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many keys in three batches, which Hibernate would interleave. It also would log what the database says of a hash
 * that is there already, with the hash: so what is expected to happen is caught here.
 */
final class KeyRows {

    private static final String KEY =
            "insert into API_KEY (ID, REALM_ID, CLIENT_ID, USER_ID, NAME, DESCRIPTION, METADATA,"
                    + " ENVIRONMENT, FULL_ACCESS, ENABLED, CREATED_AT, UPDATED_AT, EXPIRES_AT, REVOKED_AT, REVOKED_BY, ALLOWED_IPS,"
                    + " RATE_LIMITS, EXTERNAL_ID, EXTERNAL_DIGEST, VERSION)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";
    private static final String SECRET =
            "insert into API_KEY_SECRET (ID, SHA256, KEY_ID, PREFIX, HINT, LAST4, CREATED_AT,"
                    + " VALID_UNTIL) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SCOPE = "insert into API_KEY_SCOPE (KEY_ID, SCOPE_ID) values (?, ?)";

    /** The class of SQL states that say that something is there already, or that others hold it (serialisation, deadlock). */
    private static final List<String> CONFLICTS = List.of("23", "40");

    private KeyRows() {}

    /** What became of an attempt to insert. */
    enum Outcome {
        WRITTEN,
        CONFLICT
    }

    static Outcome insert(Connection connection, List<ApiKey> keys) throws SQLException {
        List<ApiKeyEntity> rows = keys.stream().map(KeyRows::row).toList();
        return attempt(() -> {
            insertKeys(connection, rows);
            insertSecrets(
                    connection,
                    rows.stream().flatMap(row -> row.secrets.stream()).toList());
            insertScopes(connection, rows);
        });
    }

    /** Inserts values of keys that are there. */
    static Outcome insertValues(Connection connection, List<ApiKeySecretEntity> secrets) throws SQLException {
        return attempt(() -> insertSecrets(connection, secrets));
    }

    /** Something that a database may refuse. */
    @FunctionalInterface
    private interface Insertion {

        void run() throws SQLException;
    }

    private static Outcome attempt(Insertion insertion) throws SQLException {
        try {
            insertion.run();
            return Outcome.WRITTEN;
        } catch (SQLException e) {
            if (isConflict(e)) {
                return Outcome.CONFLICT;
            }
            throw new SQLException("keys cannot be inserted", e.getSQLState(), e.getErrorCode());
        }
    }

    private static boolean isConflict(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return e instanceof SQLIntegrityConstraintViolationException
                || CONFLICTS.stream().anyMatch(state::startsWith)
                || (e.getNextException() != null && isConflict(e.getNextException()));
    }

    private static ApiKeyEntity row(ApiKey key) {
        ApiKeyEntity row = new ApiKeyEntity(key.id());
        KeyMapping.write(key, row);
        return row;
    }

    private static void insertKeys(Connection connection, List<ApiKeyEntity> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEY)) {
            for (ApiKeyEntity row : rows) {
                statement.setString(1, row.id);
                statement.setString(2, row.realmId);
                statement.setString(3, row.clientId);
                statement.setString(4, row.userId);
                statement.setString(5, row.name);
                statement.setString(6, row.description);
                statement.setString(7, row.metadata);
                statement.setString(8, row.environment);
                statement.setBoolean(9, row.fullAccess);
                statement.setBoolean(10, row.enabled);
                statement.setLong(11, row.createdAt);
                statement.setLong(12, row.updatedAt);
                setLong(statement, 13, row.expiresAt);
                setLong(statement, 14, row.revokedAt);
                statement.setString(15, row.revokedBy);
                statement.setString(16, row.allowedIps);
                statement.setString(17, row.limits);
                statement.setString(18, row.externalId);
                statement.setString(19, row.externalDigest);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void insertSecrets(Connection connection, List<ApiKeySecretEntity> secrets) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SECRET)) {
            for (ApiKeySecretEntity secret : secrets) {
                statement.setString(1, secret.id);
                statement.setString(2, secret.hash.hex());
                statement.setString(3, secret.key.id);
                statement.setString(4, secret.prefix);
                statement.setString(5, secret.hint);
                statement.setString(6, secret.last);
                statement.setLong(7, secret.createdAt);
                setLong(statement, 8, secret.validUntil);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void insertScopes(Connection connection, List<ApiKeyEntity> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SCOPE)) {
            for (ApiKeyEntity row : rows) {
                for (String scopeId : row.scopeIds) {
                    statement.setString(1, row.id);
                    statement.setString(2, scopeId);
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void setLong(PreparedStatement statement, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value);
        }
    }
}
