package dev.apikeys.keycloak.store;

import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.usage.HourlyCalls;
import dev.apikeys.core.usage.LastUse;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What was written down about the use of keys. */
public final class UsageReader {

    /** For so long usage is kept by the hour; what is older is kept by the day. */
    public static final Duration HOURS_KEPT = Duration.ofDays(8);

    private final EntityManager entityManager;

    private UsageReader(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public static UsageReader of(KeycloakSession session) {
        return new UsageReader(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /**
     * The calls of the key by hour and outcome; where hours were rolled up, by day.
     *
     * @param to not included
     */
    public List<HourlyCalls> calls(String keyId, Instant from, Instant to) {
        List<?> rows = entityManager
                .createNativeQuery("select HOUR_BUCKET, OUTCOME, cast(sum(CALLS) as decimal(20)) from API_KEY_USAGE"
                        + " where KEY_ID = :keyId and HOUR_BUCKET >= :from and HOUR_BUCKET < :to"
                        + " group by HOUR_BUCKET, OUTCOME order by HOUR_BUCKET, OUTCOME")
                .setParameter("keyId", keyId)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new HourlyCalls(
                        Instant.ofEpochMilli(((Number) row[0]).longValue()),
                        (String) row[1],
                        ((Number) row[2]).longValue()))
                .toList();
    }

    /**
     * Empty when the key never opened a door.
     *
     * @param withAddress whether the address may be shown, if it is known
     */
    public Optional<LastUse> lastUse(String keyId, boolean withAddress) {
        return Optional.ofNullable(entityManager.find(ApiKeyLastUsedEntity.class, keyId))
                .map(row -> new LastUse(
                        Instant.ofEpochMilli(row.usedAt),
                        Optional.ofNullable(row.usedFrom)
                                .filter(address -> withAddress)
                                .flatMap(IpAddress::parse)));
    }

    /** When the latest outcome of a call with the key happened, of those that were reported; empty when none was. */
    public Optional<Instant> lastOutcome(String keyId) {
        List<?> found = entityManager
                .createNativeQuery("select HAPPENED_AT from API_KEY_LAST_OUTCOME where KEY_ID = :keyId")
                .setParameter("keyId", keyId)
                .getResultList();
        return found.stream()
                .map(at -> Instant.ofEpochMilli(((Number) at).longValue()))
                .findFirst();
    }
}
