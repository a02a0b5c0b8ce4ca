package dev.apikeys.keycloak.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/**
 * Rows of a table with a column {@code ID} that nobody needs after some time.
 *
 * @param condition which rows, with {@code :end} for the instant before which they are too old
 */
record OldRows(String table, String condition) {

    /** Removes some of them, and returns how many. */
    int remove(EntityManager entityManager, Instant end, int most) {
        List<?> ids = entityManager
                .createNativeQuery("select ID from " + table + " where " + condition)
                .setParameter("end", end.toEpochMilli())
                .setMaxResults(most)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : entityManager
                        .createNativeQuery("delete from " + table + " where ID in (:ids)")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }
}
