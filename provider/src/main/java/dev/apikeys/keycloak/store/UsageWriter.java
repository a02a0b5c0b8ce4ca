package dev.apikeys.keycloak.store;

import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.usage.HourlyCalls;
import dev.apikeys.core.usage.KeyUsage;
import dev.apikeys.core.usage.LastUse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Adds to the counts in the database. Each node has rows of its own, by its shard; nodes that happen to have the same shard
 * share rows, and add up all the same. Keys that are gone leave nothing.
 *
 * <p>Before it touches a key's counts it takes a lock on the key, and never waits for one. So whoever deletes keys, which
 * takes their counts along, and whoever counts cannot wait for each other in a circle.
 */
public final class UsageWriter {

    /** How many there are. What was rolled up has none of them, see {@link UsageLeftovers}. */
    public static final int SHARDS = 64;

    private final Session session;
    private final int shard;

    private UsageWriter(Session session, int shard) {
        this.session = session;
        this.shard = shard;
    }

    /** Writes in the transaction of the session. */
    public static UsageWriter of(KeycloakSession session, int shard) {
        return new UsageWriter(
                session.getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .unwrap(Session.class),
                shard);
    }

    /**
     * Adds the counts.
     *
     * @param usage sorted by key, hour and outcome, as all nodes do
     * @return what has to wait for another time, because somebody is changing the key right now
     */
    public List<KeyUsage> write(List<KeyUsage> usage) {
        return session.doReturningWork(connection -> {
            UsageSql sql = UsageSql.of(connection);
            KeyLocks locks = KeyLocks.take(
                    connection,
                    sql.lockToCount(),
                    usage.stream().map(KeyUsage::keyId).toList());
            List<KeyUsage> now = only(locks.taken(), usage);
            writeCalls(connection, sql, now);
            writeLastUse(connection, sql, now);
            return only(locks.busy(), usage);
        });
    }

    /**
     * Adds all that was reported, or nothing when somebody is changing one of the keys: then the transaction should end, so
     * that it locks the others no longer.
     *
     * @param outcomes sorted by key, hour and outcome, as all nodes do
     * @return whether they were added
     */
    public boolean writeTogether(List<KeyOutcomes> outcomes) {
        List<String> keys = outcomes.stream().map(KeyOutcomes::keyId).toList();
        return session.doReturningWork(connection -> {
            UsageSql sql = UsageSql.of(connection);
            KeyLocks locks = KeyLocks.take(connection, sql.lockToCount(), keys);
            if (!locks.busy().isEmpty()) {
                return false;
            }
            List<KeyOutcomes> now = outcomes.stream()
                    .filter(ofKey -> locks.taken().contains(ofKey.keyId()))
                    .toList();
            writeCalls(connection, sql, now.stream().map(KeyOutcomes::counts).toList());
            writeLastOutcome(connection, sql, now);
            return true;
        });
    }

    /** Adds counts of keys that this transaction has locked. */
    void writeLocked(List<KeyUsage> usage) {
        session.doWork(connection -> writeCalls(connection, UsageSql.of(connection), usage));
    }

    private static List<KeyUsage> only(Set<String> keys, List<KeyUsage> usage) {
        List<KeyUsage> some = new ArrayList<>(usage);
        some.removeIf(ofKey -> !keys.contains(ofKey.keyId()));
        return some;
    }

    private void writeCalls(Connection connection, UsageSql sql, List<KeyUsage> usage) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.addCalls())) {
            for (KeyUsage ofKey : usage) {
                for (HourlyCalls calls : ofKey.calls()) {
                    statement.setString(1, ofKey.keyId());
                    statement.setLong(2, calls.hour().toEpochMilli());
                    statement.setString(3, calls.outcome());
                    statement.setInt(4, shard);
                    statement.setLong(5, calls.calls());
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
                    statement.setString(1, ofKey.keyId());
                    statement.setLong(2, use.at().toEpochMilli());
                    statement.setString(
                            3, use.callerIp().map(IpAddress::toString).orElse(null));
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    /** After all counts, for nodes share these rows: they wait for each other no longer than the end of a transaction takes. */
    private static void writeLastOutcome(Connection connection, UsageSql sql, List<KeyOutcomes> outcomes)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.keepLastOutcome())) {
            for (KeyOutcomes ofKey : outcomes) {
                statement.setString(1, ofKey.keyId());
                statement.setLong(2, ofKey.lastAt().toEpochMilli());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
