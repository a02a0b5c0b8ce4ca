package dev.apikeys.keycloak.notice;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.directory.KeyClients;
import dev.apikeys.keycloak.store.NoticeKind;
import dev.apikeys.keycloak.store.NoticeQueue;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Queues notices in the transaction of the change that they are about.
 *
 * @param sends whether anybody sends them
 */
record QueuingNotices(KeycloakSession session, boolean sends) implements NoticeProvider {

    /** Not when the owner did it: they know. */
    @Override
    public void revoked(ApiKey key) {
        boolean byOwner = key.lifecycle().revokedBy().equals(key.owner().userId());
        if (!byOwner) {
            key.lifecycle().revokedAt().ifPresent(at -> queue(NoticeKind.REVOCATION, key, at));
        }
    }

    @Override
    public void leaked(ApiKey key, Instant at) {
        queue(NoticeKind.LEAK, key, at);
    }

    private void queue(NoticeKind kind, ApiKey key, Instant at) {
        RealmModel realm = session.getContext().getRealm();
        if (sends
                && Mail.isPossible(realm)
                && new RealmKeys(session, realm).settings().get(RealmSettings.REVOCATION_NOTICE)) {
            NoticeQueue.of(session).addDone(kind, key, clientsWithContact(realm), at);
        }
    }

    /** By the id of a client of the realm. */
    static Predicate<String> clientsWithContact(RealmModel realm) {
        return id -> Optional.ofNullable(realm.getClientById(id))
                .flatMap(KeyClients::contact)
                .isPresent();
    }

    @Override
    public void close() {}
}
