package dev.apikeys.keycloak.notice;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.directory.KeyClients;
import dev.apikeys.keycloak.store.NoticeRecipient;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/**
 * Somebody with an address.
 *
 * @param user whose language the e-mail is in
 */
record Recipient(UserModel user, String address) {

    /** Nobody when there is no address, or none that the realm believes. */
    static Optional<Recipient> of(
            NoticeRecipient who, ApiKey key, ClientModel client, KeycloakSession session, RealmModel realm) {
        return switch (who) {
            case USER -> key.owner().userId().flatMap(id -> user(id, session, realm));
            case CONTACT -> KeyClients.contact(client).map(address -> contact(address, session, realm));
        };
    }

    private static Optional<Recipient> user(String id, KeycloakSession session, RealmModel realm) {
        return Optional.ofNullable(session.users().getUserById(realm, id))
                .filter(UserModel::isEnabled)
                .filter(user -> user.isEmailVerified() || !realm.isVerifyEmail())
                .filter(user -> user.getEmail() != null && !user.getEmail().isBlank())
                .map(user -> new Recipient(user, user.getEmail()));
    }

    /** A contact is nobody whom Keycloak knows, and its templates want a user: one without a language of their own. */
    private static Recipient contact(String address, KeycloakSession session, RealmModel realm) {
        UserModel nobody = new InMemoryUserAdapter(session, realm, "contact");
        nobody.setUsername(address);
        nobody.setEmail(address);
        return new Recipient(nobody, address);
    }
}
