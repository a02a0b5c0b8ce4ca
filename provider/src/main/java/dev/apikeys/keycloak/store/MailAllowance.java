package dev.apikeys.keycloak.store;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * How many e-mails an address gets, and an owner of keys causes, within a day: owners choose when keys expire, what they are
 * named and, often, their address. Table {@code API_KEY_MAIL}; its rows outlive keys, and tell of addresses only digests.
 */
public final class MailAllowance {

    private static final int MOST = 50;
    private static final Duration DAY = Duration.ofHours(24);
    private static final int AT_ONCE = 1_000;

    private static final OldRows OLD = new OldRows("API_KEY_MAIL", "COUNTED_AT <= :end");

    private final EntityManager entityManager;

    private MailAllowance(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public static MailAllowance of(KeycloakSession session) {
        return new MailAllowance(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /**
     * Counts one e-mail for each of the parties, unless one of them has had enough.
     *
     * @param parties digests of whom it is about and where it goes
     * @return whether it may be sent
     */
    public boolean take(List<String> parties, Instant now) {
        boolean allowed = parties.stream().allMatch(party -> hadSince(party, now.minus(DAY)) < MOST);
        if (allowed) {
            parties.forEach(party -> add(party, now));
        }
        return allowed;
    }

    private long hadSince(String party, Instant begin) {
        Number number = (Number) entityManager
                .createNativeQuery("select count(*) from API_KEY_MAIL where PARTY = :party and COUNTED_AT > :begin")
                .setParameter("party", party)
                .setParameter("begin", begin.toEpochMilli())
                .getSingleResult();
        return number.longValue();
    }

    private void add(String party, Instant now) {
        entityManager
                .createNativeQuery("insert into API_KEY_MAIL (ID, PARTY, COUNTED_AT) values (:id, :party, :now)")
                .setParameter("id", UUID.randomUUID().toString())
                .setParameter("party", party)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    /** Forgets some that do not count any more, and returns how many. */
    int removeOld(Instant now) {
        return OLD.remove(entityManager, now.minus(DAY), AT_ONCE);
    }
}
