package dev.apikeys.keycloak.rest;

import dev.apikeys.keycloak.keys.JsonFields;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The users of a realm by the ids and names that requests give them: what nobody can be called reaches no storage, which would fail on it. */
public record NamedUsers(KeycloakSession session, RealmModel realm) {

    private static final int LONGEST = 255;

    /** Behind it stand the id of the store and the id in that store, with a colon between them. */
    private static final String FEDERATED = "f:";

    /** The user of the id, service accounts included. */
    public Optional<UserModel> findById(String id) {
        boolean readable = isReadable(id) && (!id.startsWith(FEDERATED) || id.indexOf(':', FEDERATED.length()) >= 0);
        return Optional.ofNullable(readable ? session.users().getUserById(realm, id) : null);
    }

    /** The user of the name, service accounts included. */
    public Optional<UserModel> findByName(String username) {
        return Optional.ofNullable(isReadable(username) ? session.users().getUserByUsername(realm, username) : null);
    }

    private static boolean isReadable(String text) {
        return !text.isBlank() && text.length() <= LONGEST && JsonFields.isPrintable(text);
    }
}
