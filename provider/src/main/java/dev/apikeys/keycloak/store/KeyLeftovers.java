package dev.apikeys.keycloak.store;

import dev.apikeys.core.settings.RealmSettings;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Values and keys that ended long ago. */
final class KeyLeftovers {

    /** For so long the value that a rotation replaced is known as revoked; later it is unknown. */
    static final Duration ENDED_VALUES_KEPT = Duration.ofDays(30);

    private static final int AT_ONCE = 100;

    private final KeycloakSession session;
    private final EntityManager entityManager;

    private KeyLeftovers(KeycloakSession session) {
        this.session = session;
        this.entityManager = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    static KeyLeftovers of(KeycloakSession session) {
        return new KeyLeftovers(session);
    }

    /** Removes some, and returns how many. */
    int removeEndedValues(Instant now) {
        List<String> ids = entityManager
                .createQuery("select s.id from ApiKeySecretEntity s where s.validUntil < :end", String.class)
                .setParameter("end", now.minus(ENDED_VALUES_KEPT).toEpochMilli())
                .setMaxResults(AT_ONCE)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : entityManager
                        .createQuery("delete from ApiKeySecretEntity s where s.id in (:ids)")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    /** Removes some keys of the realm, if it keeps revoked keys for a time only, and returns how many. */
    int removeLongRevoked(RealmModel realm, Instant now) {
        Optional<Long> days = settings(realm).get(RealmSettings.REVOKED_RETENTION);
        if (days.isEmpty()) {
            return 0;
        }
        List<String> ids = entityManager
                .createQuery(
                        "select k.id from ApiKeyEntity k where k.realmId = :realmId and k.revokedAt < :end order by k.id",
                        String.class)
                .setParameter("realmId", realm.getId())
                .setParameter("end", now.minus(Duration.ofDays(days.get())).toEpochMilli())
                .setMaxResults(AT_ONCE)
                .getResultList();
        KeyRepository keys = KeyRepository.of(session, realm);
        ids.forEach(keys::delete);
        return ids.size();
    }

    static RealmSettings settings(RealmModel realm) {
        return new RealmSettings(attribute -> Optional.ofNullable(realm.getAttribute(attribute)));
    }
}
