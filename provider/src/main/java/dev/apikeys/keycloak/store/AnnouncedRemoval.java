package dev.apikeys.keycloak.store;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Keycloak announces that a user is removed before it tries, and the directory that has the user may refuse. So what
 * follows from it waits for the end of the transaction, and for the user to be gone.
 */
final class AnnouncedRemoval {

    private static final Logger LOG = Logger.getLogger(AnnouncedRemoval.class);

    private AnnouncedRemoval() {}

    /** Has it done in the same transaction, if the user is gone by its end. */
    static void ofUser(KeycloakSession session, RealmModel realm, String userId, Runnable consequence) {
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                if (isGone(session, realm, userId)) {
                    consequence.run();
                }
            }

            @Override
            protected void rollbackImpl() {
                // the user stays
            }
        });
    }

    /** A directory that does not answer says nothing; keys of a user who is gone do not work in any case. */
    private static boolean isGone(KeycloakSession session, RealmModel realm, String userId) {
        try {
            return session.users().getUserById(realm, userId) == null;
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Whether user %s is gone cannot be told (%s): the user's API keys stay",
                    userId, e.getClass().getName());
            return false;
        }
    }
}
