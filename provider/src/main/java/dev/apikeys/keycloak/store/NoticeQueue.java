package dev.apikeys.keycloak.store;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.settings.NoticeDays.Due;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Notices in the table {@code API_KEY_NOTICE}, one row for each that was ever due and each recipient: so that none is given
 * twice. A key whose expiry is changed has other rows, but not more than one of a kind each day. Who is about to send one claims it first, for a time.
 */
public final class NoticeQueue {

    private static final int AT_ONCE = 50;

    /** Of rows that nobody looks for any more: their keys have ended. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** Before another expiry of a key is worth another notice: owners can change it every minute. */
    private static final Duration BETWEEN = Duration.ofDays(1);

    private static final int NO_DAYS = 0;

    /** So that a list of clients is never empty. */
    private static final String NO_CLIENT = "-";

    private static final OldRows OLD = new OldRows("API_KEY_NOTICE", "MOMENT < :end");

    private final EntityManager entityManager;

    private NoticeQueue(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public static NoticeQueue of(KeycloakSession session) {
        return new NoticeQueue(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /**
     * Queues notices for some keys of the realm that expire within the time, and returns for how many. Not for keys that had
     * less time than that when they were made.
     *
     * @param hasContact whether the client of that id has somebody who is told, too
     */
    public int addExpiring(RealmModel realm, Due due, Predicate<String> hasContact, Instant now) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select k.ID, k.EXPIRES_AT, k.CLIENT_ID, k.USER_ID from API_KEY k where k.REALM_ID = :realmId"
                                + " and k.EXPIRES_AT > :after and k.EXPIRES_AT <= :until"
                                + " and k.CREATED_AT <= k.EXPIRES_AT - :length"
                                + " and k.ENABLED = :enabled and k.REVOKED_AT is null and not exists"
                                + " (select 1 from API_KEY_NOTICE n where n.KEY_ID = k.ID and n.KIND = :kind"
                                + " and n.DAYS = :days and (n.MOMENT = k.EXPIRES_AT or n.QUEUED_AT > :lately))")
                .setParameter("realmId", realm.getId())
                .setParameter("after", due.after().toEpochMilli())
                .setParameter("until", due.until().toEpochMilli())
                .setParameter("length", Duration.ofDays(due.days()).toMillis())
                .setParameter("enabled", true)
                .setParameter("kind", NoticeKind.EXPIRY.code())
                .setParameter("days", due.days())
                .setParameter("lately", now.minus(BETWEEN).toEpochMilli())
                .setMaxResults(AT_ONCE)
                .getResultList();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            for (NoticeRecipient to : NoticeRecipient.of(row[3] != null, hasContact.test((String) row[2]))) {
                add((String) row[0], NoticeKind.EXPIRY, to, due.days(), instant(row[1]), now);
            }
        }
        return rows.size();
    }

    /**
     * Queues notices of what was done to the key.
     *
     * @param kind no {@link NoticeKind#EXPIRY}, which nobody does
     */
    public void addDone(NoticeKind kind, ApiKey key, Predicate<String> hasContact, Instant at) {
        boolean personal = key.owner().userId().isPresent();
        for (NoticeRecipient to :
                NoticeRecipient.of(personal, hasContact.test(key.owner().clientId()))) {
            add(key.id(), kind, to, NO_DAYS, at, at);
        }
    }

    private void add(String keyId, NoticeKind kind, NoticeRecipient to, int days, Instant moment, Instant now) {
        entityManager
                .createNativeQuery("insert into API_KEY_NOTICE"
                        + " (ID, KEY_ID, KIND, RECIPIENT, DAYS, MOMENT, QUEUED_AT, ATTEMPTS, NEXT_AT)"
                        + " values (:id, :keyId, :kind, :recipient, :days, :moment, :now, 0, :now)")
                .setParameter("id", UUID.randomUUID().toString())
                .setParameter("keyId", keyId)
                .setParameter("kind", kind.code())
                .setParameter("recipient", to.code())
                .setParameter("days", days)
                .setParameter("moment", moment.toEpochMilli())
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    /**
     * The notice of the realm that has waited longest.
     *
     * @param switchedOff ids of clients whose notices of expiry are left out
     */
    public Optional<QueuedNotice> next(RealmModel realm, Set<String> switchedOff, Instant now) {
        List<String> without = new ArrayList<>(switchedOff);
        without.add(NO_CLIENT);
        List<?> rows = entityManager
                .createNativeQuery("select n.ID, n.KEY_ID, n.KIND, n.RECIPIENT, n.DAYS, n.MOMENT, n.ATTEMPTS, n.NEXT_AT"
                        + " from API_KEY_NOTICE n join API_KEY k on k.ID = n.KEY_ID"
                        + " where k.REALM_ID = :realmId and n.NEXT_AT <= :now"
                        + " and (n.KIND <> :expiry or k.CLIENT_ID not in (:without)) order by n.NEXT_AT, n.ID")
                .setParameter("realmId", realm.getId())
                .setParameter("now", now.toEpochMilli())
                .setParameter("expiry", NoticeKind.EXPIRY.code())
                .setParameter("without", without)
                .setMaxResults(1)
                .getResultList();
        return rows.stream().map(row -> read((Object[]) row)).findFirst();
    }

    private static QueuedNotice read(Object[] row) {
        return new QueuedNotice(
                (String) row[0],
                (String) row[1],
                NoticeKind.valueOf(((String) row[2]).toUpperCase(Locale.ROOT)),
                NoticeRecipient.valueOf(((String) row[3]).toUpperCase(Locale.ROOT)),
                ((Number) row[4]).intValue(),
                instant(row[5]),
                ((Number) row[6]).intValue(),
                instant(row[7]));
    }

    private static Instant instant(Object millis) {
        return Instant.ofEpochMilli(((Number) millis).longValue());
    }

    /**
     * Makes the caller the only one who sends the notice, as soon as this is committed.
     *
     * @param again when somebody may try again, unless it is finished by then
     * @return false when somebody else was faster
     */
    public boolean claim(QueuedNotice notice, Instant again) {
        return entityManager
                        .createNativeQuery("update API_KEY_NOTICE set NEXT_AT = :again, ATTEMPTS = ATTEMPTS + 1"
                                + " where ID = :id and NEXT_AT = :nextAt")
                        .setParameter("again", again.toEpochMilli())
                        .setParameter("id", notice.id())
                        .setParameter("nextAt", notice.nextAt().toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    /**
     * Makes a notice wait that the caller has claimed, as if nobody had tried, unless the claim was over before.
     *
     * @param again when somebody may look at it again
     */
    public void putOff(QueuedNotice notice, Instant again) {
        entityManager
                .createNativeQuery("update API_KEY_NOTICE set NEXT_AT = :again, ATTEMPTS = :attempts"
                        + " where ID = :id and ATTEMPTS = :claimed and NEXT_AT is not null")
                .setParameter("again", again.toEpochMilli())
                .setParameter("attempts", notice.attempts())
                .setParameter("claimed", notice.attempts() + 1)
                .setParameter("id", notice.id())
                .executeUpdate();
    }

    /** Nobody tries again. */
    public void finish(QueuedNotice notice) {
        entityManager
                .createNativeQuery("update API_KEY_NOTICE set NEXT_AT = null where ID = :id")
                .setParameter("id", notice.id())
                .executeUpdate();
    }

    /** Removes some whose moment is long past, sent or not, and returns how many. */
    int removeOld(Instant now) {
        return OLD.remove(entityManager, now.minus(KEPT), AT_ONCE);
    }
}
