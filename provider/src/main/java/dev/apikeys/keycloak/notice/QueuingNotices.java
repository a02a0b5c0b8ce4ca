package dev.apikeys.keycloak.notice;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.store.NoticeQueue;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Queues notices in the transaction of the change that they are about. */
record QueuingNotices(KeycloakSession session) implements NoticeProvider {

    /** Not when the owner did it: they know. */
    @Override
    public void revoked(ApiKey key) {
        RealmModel realm = session.getContext().getRealm();
        boolean byOwner = key.lifecycle().revokedBy().equals(key.owner().userId());
        if (!byOwner
                && Mail.isPossible(realm)
                && new RealmKeys(session, realm).settings().get(RealmSettings.REVOCATION_NOTICE)) {
            key.lifecycle().revokedAt().ifPresent(at -> NoticeQueue.of(session).addRevoked(key.id(), at));
        }
    }

    @Override
    public void close() {}
}
