package dev.apikeys.keycloak.store;

import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.usage.HourlyCalls;
import dev.apikeys.core.usage.KeyUsage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Counts that have become too old to be kept as they are. */
final class UsageLeftovers {

    private static final int ROLLED_UP = -1;
    private static final int KEYS_AT_ONCE = 100;

    private final KeycloakSession session;
    private final EntityManager entityManager;

    private UsageLeftovers(KeycloakSession session) {
        this.session = session;
        this.entityManager = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    static UsageLeftovers of(KeycloakSession session) {
        return new UsageLeftovers(session);
    }

    /** Makes days of the hours of some keys, and returns of how many. */
    int rollUp(Instant now) {
        Instant end = now.minus(UsageReader.HOURS_KEPT).truncatedTo(ChronoUnit.DAYS);
        TreeSet<String> keys = new TreeSet<>();
        for (int shard = 0; shard < UsageWriter.SHARDS && keys.size() < KEYS_AT_ONCE; shard++) {
            List<?> found = keysWithCalls("", shard, end).getResultList();
            found.forEach(key -> keys.add((String) key));
        }
        UsageWriter.of(session, ROLLED_UP)
                .write(keys.stream()
                        .map(key -> new KeyUsage(key, takeDays(key, end), Optional.empty()))
                        .toList());
        return keys.size();
    }

    /** Removes the old counts of some keys of the realm, and returns of how many. */
    int removeOld(String realmId, Instant now) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return 0;
        }
        long days = KeyLeftovers.settings(realm).get(RealmSettings.USAGE_RETENTION);
        Instant end = now.minus(Duration.ofDays(days)).truncatedTo(ChronoUnit.DAYS);
        int removed = 0;
        for (int shard = ROLLED_UP; shard < UsageWriter.SHARDS && removed < KEYS_AT_ONCE; shard++) {
            List<?> keys = keysWithCalls(
                            " and KEY_ID in (select ID from API_KEY where REALM_ID = :realmId)", shard, end)
                    .setParameter("realmId", realmId)
                    .getResultList();
            if (!keys.isEmpty()) {
                entityManager
                        .createNativeQuery("delete from API_KEY_USAGE where KEY_ID in (:keys) and HOUR_BUCKET < :end")
                        .setParameter("keys", keys)
                        .setParameter("end", end.toEpochMilli())
                        .executeUpdate();
                removed += keys.size();
            }
        }
        return removed;
    }

    private Query keysWithCalls(String condition, int shard, Instant end) {
        return entityManager
                .createNativeQuery(
                        "select distinct KEY_ID from API_KEY_USAGE where SHARD = :shard and HOUR_BUCKET < :end"
                                + condition)
                .setParameter("shard", shard)
                .setParameter("end", end.toEpochMilli())
                .setMaxResults(KEYS_AT_ONCE);
    }

    /** One batch has what it read: rows that come late, out of an outage, wait for the next. */
    private List<HourlyCalls> takeDays(String keyId, Instant end) {
        List<?> rows = entityManager
                .createNativeQuery("select HOUR_BUCKET, OUTCOME, SHARD, CALLS from API_KEY_USAGE"
                        + " where KEY_ID = :keyId and SHARD >= 0 and HOUR_BUCKET < :end for update")
                .setParameter("keyId", keyId)
                .setParameter("end", end.toEpochMilli())
                .getResultList();
        List<Object[]> taken = rows.stream().map(Object[].class::cast).toList();
        taken.forEach(row -> remove(keyId, row));
        return taken.stream()
                .map(row -> new HourlyCalls(
                        Instant.ofEpochMilli(((Number) row[0]).longValue()).truncatedTo(ChronoUnit.DAYS),
                        (String) row[1],
                        ((Number) row[3]).longValue()))
                .toList();
    }

    private void remove(String keyId, Object[] row) {
        entityManager
                .createNativeQuery("delete from API_KEY_USAGE where KEY_ID = :keyId and HOUR_BUCKET = :hour"
                        + " and OUTCOME = :outcome and SHARD = :shard")
                .setParameter("keyId", keyId)
                .setParameter("hour", row[0])
                .setParameter("outcome", row[1])
                .setParameter("shard", row[2])
                .executeUpdate();
    }
}
