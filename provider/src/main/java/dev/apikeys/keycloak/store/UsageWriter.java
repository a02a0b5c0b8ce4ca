package dev.apikeys.keycloak.store;

import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.usage.HourlyCalls;
import dev.apikeys.core.usage.KeyUsage;
import dev.apikeys.core.usage.LastUse;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Adds to the counts in the database. Each node has rows of its own, by its shard, so that nodes do not wait for each
 * other; nodes that happen to have the same shard share rows, and add up all the same. Keys that are gone leave nothing.
 */
public final class UsageWriter {

    /** How many there are. What was rolled up has none of them, see {@link UsageLeftovers}. */
    public static final int SHARDS = 64;

    private final EntityManager entityManager;
    private final int shard;

    private UsageWriter(EntityManager entityManager, int shard) {
        this.entityManager = entityManager;
        this.shard = shard;
    }

    /** Writes in the transaction of the session. */
    public static UsageWriter of(KeycloakSession session, int shard) {
        return new UsageWriter(session.getProvider(JpaConnectionProvider.class).getEntityManager(), shard);
    }

    /** Adds the counts. Sorted by key, so that nodes which write the last use of the same keys never wait in a circle. */
    public void write(List<KeyUsage> usage) {
        entityManager.unwrap(Session.class).doWork(connection -> {
            UsageSql sql = UsageSql.of(connection);
            writeCalls(connection, sql, usage);
            writeLastUse(connection, sql, usage);
        });
    }

    private void writeCalls(Connection connection, UsageSql sql, List<KeyUsage> usage) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.addCalls())) {
            for (KeyUsage ofKey : usage) {
                for (HourlyCalls calls : ofKey.calls()) {
                    statement.setLong(1, calls.hour().toEpochMilli());
                    statement.setString(2, calls.outcome());
                    statement.setInt(3, shard);
                    statement.setLong(4, calls.calls());
                    statement.setString(5, ofKey.keyId());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void writeLastUse(Connection connection, UsageSql sql, List<KeyUsage> usage) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.keepLastUse())) {
            for (KeyUsage ofKey : usage) {
                if (ofKey.lastUse().isPresent()) {
                    LastUse use = ofKey.lastUse().get();
                    statement.setLong(1, use.at().toEpochMilli());
                    statement.setString(
                            2, use.callerIp().map(IpAddress::toString).orElse(null));
                    statement.setString(3, ofKey.keyId());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
