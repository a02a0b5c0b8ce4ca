package dev.apikeys.keycloak.notice;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.directory.KeyClients;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Who is told about a key: the user of a personal key, the client's contact for a client key.
 *
 * @param user whose language the e-mail is in
 */
record Recipient(UserModel user, String address) {

    /** Nobody when there is no address, or none that the realm believes. */
    static Optional<Recipient> of(ApiKey key, ClientModel client, KeycloakSession session, RealmModel realm) {
        return key.owner()
                .userId()
                .map(id -> user(session.users().getUserById(realm, id), realm))
                .orElseGet(() -> contact(client, session));
    }

    private static Optional<Recipient> user(@Nullable UserModel user, RealmModel realm) {
        return Optional.ofNullable(user)
                .filter(UserModel::isEnabled)
                .filter(some -> some.isEmailVerified() || !realm.isVerifyEmail())
                .filter(some -> some.getEmail() != null && !some.getEmail().isBlank())
                .map(some -> new Recipient(some, some.getEmail()));
    }

    private static Optional<Recipient> contact(ClientModel client, KeycloakSession session) {
        return KeyClients.contact(client)
                .flatMap(address -> Optional.ofNullable(session.users().getServiceAccount(client))
                        .map(account -> new Recipient(account, address)));
    }
}
