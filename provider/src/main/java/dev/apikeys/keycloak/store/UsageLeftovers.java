package dev.apikeys.keycloak.store;

import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.usage.HourlyCalls;
import dev.apikeys.core.usage.KeyUsage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Counts and addresses that have become too old to be kept as they are. */
final class UsageLeftovers {

    private static final int ROLLED_UP = -1;
    private static final int KEYS_AT_ONCE = 100;
    private static final int ROWS_LOOKED_AT = 5_000;

    private final KeycloakSession session;
    private final EntityManager entityManager;

    private UsageLeftovers(KeycloakSession session) {
        this.session = session;
        this.entityManager = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    static UsageLeftovers of(KeycloakSession session) {
        return new UsageLeftovers(session);
    }

    /** Makes days of the hours of some keys, and returns of how many; keys that somebody is changing wait for another turn. */
    int rollUp(Instant now) {
        Instant end = now.minus(UsageReader.HOURS_KEPT).truncatedTo(ChronoUnit.DAYS);
        TreeSet<String> old = new TreeSet<>();
        for (int shard = 0; shard < UsageWriter.SHARDS && old.size() < KEYS_AT_ONCE; shard++) {
            List<?> found = oldRows(shard, end).getResultList();
            found.forEach(key -> old.add((String) key));
        }
        List<String> ids = old.stream().limit(KEYS_AT_ONCE).toList();
        Set<String> locked = entityManager
                .unwrap(Session.class)
                .doReturningWork(connection -> KeyLocks.take(connection, UsageSql.lockAlone(), ids))
                .taken();
        if (!locked.isEmpty()) {
            List<KeyUsage> days = daysOf(locked, end);
            entityManager
                    .createNativeQuery(
                            "delete from API_KEY_USAGE where KEY_ID in (:keys) and SHARD >= 0 and HOUR_BUCKET < :end")
                    .setParameter("keys", locked)
                    .setParameter("end", end.toEpochMilli())
                    .executeUpdate();
            UsageWriter.of(session, ROLLED_UP).writeLocked(days);
        }
        return locked.size();
    }

    /** Removes the old counts of some keys of the realm, and returns of how many. */
    int removeOld(RealmModel realm, Instant now) {
        Duration kept = Duration.ofDays(KeyLeftovers.settings(realm).get(RealmSettings.USAGE_RETENTION));
        long end = now.minus(kept).truncatedTo(ChronoUnit.DAYS).toEpochMilli();
        String hoursToo = kept.compareTo(UsageReader.HOURS_KEPT) <= 0 ? "SHARD >= -1" : "SHARD = -1";
        List<?> keys = entityManager
                .createNativeQuery("select distinct KEY_ID from API_KEY_USAGE where " + hoursToo
                        + " and HOUR_BUCKET < :end and KEY_ID in (select ID from API_KEY where REALM_ID = :realmId)")
                .setParameter("end", end)
                .setParameter("realmId", realm.getId())
                .setMaxResults(KEYS_AT_ONCE)
                .getResultList();
        if (!keys.isEmpty()) {
            entityManager
                    .createNativeQuery("delete from API_KEY_USAGE where KEY_ID in (:keys) and HOUR_BUCKET < :end")
                    .setParameter("keys", keys)
                    .setParameter("end", end)
                    .executeUpdate();
        }
        return keys.size();
    }

    /** Forgets addresses that the realm no longer wants, of some keys, and returns of how many. */
    int removeAddresses(RealmModel realm) {
        if (KeyLeftovers.settings(realm).get(RealmSettings.RECORD_LAST_IP)) {
            return 0;
        }
        List<String> keys = entityManager
                .createQuery(
                        "select u.keyId from ApiKeyLastUsedEntity u, ApiKeyEntity k where k.id = u.keyId"
                                + " and k.realmId = :realmId and u.usedFrom is not null order by u.keyId",
                        String.class)
                .setParameter("realmId", realm.getId())
                .setMaxResults(KEYS_AT_ONCE)
                .getResultList();
        return keys.isEmpty()
                ? 0
                : entityManager
                        .createQuery("update ApiKeyLastUsedEntity u set u.usedFrom = null where u.keyId in (:keys)")
                        .setParameter("keys", keys)
                        .executeUpdate();
    }

    /** Keys of old rows, each as often as it has any. */
    private Query oldRows(int shard, Instant end) {
        return entityManager
                .createNativeQuery("select KEY_ID from API_KEY_USAGE where SHARD = :shard and HOUR_BUCKET < :end"
                        + " order by HOUR_BUCKET")
                .setParameter("shard", shard)
                .setParameter("end", end.toEpochMilli())
                .setMaxResults(ROWS_LOOKED_AT);
    }

    private List<KeyUsage> daysOf(Set<String> keys, Instant end) {
        List<?> rows = entityManager
                .createNativeQuery("select KEY_ID, HOUR_BUCKET, OUTCOME, CALLS from API_KEY_USAGE"
                        + " where KEY_ID in (:keys) and SHARD >= 0 and HOUR_BUCKET < :end")
                .setParameter("keys", keys)
                .setParameter("end", end.toEpochMilli())
                .getResultList();
        TreeMap<String, TreeMap<String, HourlyCalls>> days = new TreeMap<>();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            Instant start = Instant.ofEpochMilli(((Number) row[1]).longValue()).truncatedTo(ChronoUnit.DAYS);
            String outcome = (String) row[2];
            days.computeIfAbsent((String) row[0], key -> new TreeMap<>())
                    .merge(
                            start + " " + outcome,
                            new HourlyCalls(start, outcome, ((Number) row[3]).longValue()),
                            (one, other) -> new HourlyCalls(start, outcome, one.calls() + other.calls()));
        }
        List<KeyUsage> usage = new ArrayList<>();
        days.forEach((key, calls) -> usage.add(new KeyUsage(key, List.copyOf(calls.values()), Optional.empty())));
        return usage;
    }
}
