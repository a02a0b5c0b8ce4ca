package dev.apikeys.keycloak.store;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Which reports were counted lately, in the table {@code API_KEY_REPORT}. A row is written in the transaction that counts, so
 * that there is one exactly when there are the counts.
 */
public final class ReportMemory {

    /** For so long a repeated report is known. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final int AT_ONCE = 1_000;

    private static final OldRows OLD = new OldRows("API_KEY_REPORT", "COUNTED_AT <= :end");

    private final EntityManager entityManager;

    private ReportMemory(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public static ReportMemory of(KeycloakSession session) {
        return new ReportMemory(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /** The fingerprint of the report that was counted under the id, if that is not too long ago. */
    public Optional<String> fingerprint(String id, Instant now) {
        List<?> found = entityManager
                .createNativeQuery("select FINGERPRINT from API_KEY_REPORT where ID = :id and COUNTED_AT > :end")
                .setParameter("id", id)
                .setParameter("end", now.minus(KEPT).toEpochMilli())
                .getResultList();
        return found.stream().map(String.class::cast).findFirst();
    }

    /** Remembers a report in the place of one that is too old to be known. */
    public void add(String id, String fingerprint, Instant now) {
        entityManager
                .createNativeQuery("delete from API_KEY_REPORT where ID = :id and COUNTED_AT <= :end")
                .setParameter("id", id)
                .setParameter("end", now.minus(KEPT).toEpochMilli())
                .executeUpdate();
        entityManager
                .createNativeQuery(
                        "insert into API_KEY_REPORT (ID, FINGERPRINT, COUNTED_AT) values (:id, :fingerprint, :now)")
                .setParameter("id", id)
                .setParameter("fingerprint", fingerprint)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    /** Forgets some that are too old to be known, and returns how many. */
    int removeOld(Instant now) {
        return OLD.remove(entityManager, now.minus(KEPT), AT_ONCE);
    }
}
