package dev.apikeys.keycloak.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.keycloak.directory.KeyClients;
import dev.apikeys.keycloak.directory.KeycloakDirectory;
import dev.apikeys.keycloak.rest.Answers;
import dev.apikeys.keycloak.rest.NamedUsers;
import jakarta.ws.rs.ForbiddenException;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Finds out for whom a key is wished, and whether the caller may make one for them. */
final class NewKeyOwner {

    private final NamedUsers users;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final KeycloakDirectory directory;

    NewKeyOwner(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, KeycloakDirectory directory) {
        this.users = new NamedUsers(session, realm);
        this.realm = realm;
        this.auth = auth;
        this.directory = directory;
    }

    /**
     * What was found out.
     *
     * @param owner empty when something is wrong, or when nothing is but the caller may not
     */
    record Reading(Optional<KeyOwner> owner, List<Violation> violations) {

        private static final Reading FORBIDDEN = new Reading(Optional.empty(), List.of());

        static Reading wrong(List<Violation> violations) {
            return new Reading(Optional.empty(), violations);
        }

        static Reading wrong(String field, String value, String allowed) {
            return wrong(List.of(new Violation(field, value, allowed)));
        }
    }

    /** The owner, or 400; 403 unless the caller may manage the client and, for a personal key, act as the user. */
    KeyOwner read(ObjectNode json, ClientModel client) {
        Reading reading = find(json, client);
        Answers.refuseIfAny(reading.violations());
        return reading.owner().orElseThrow(ForbiddenException::new);
    }

    /** The owner, if the caller may act as the user of a personal key; whether they may manage the client is not asked here. */
    Reading find(ObjectNode json, ClientModel client) {
        if (!KeyClients.hasKeys(client)) {
            return Reading.wrong(
                    "clientId",
                    client.getClientId(),
                    "an OpenID Connect client whose attribute " + KeyClients.ENABLED + " is true");
        }
        List<Violation> violations = KeyClients.violations(client);
        if (!violations.isEmpty()) {
            return Reading.wrong(violations);
        }
        if (json.hasNonNull("userId")) {
            return ofUser(json.path("userId").asText(), client);
        }
        return directory.serviceAccount(client).isPresent()
                ? found(client, Optional.empty())
                : Reading.wrong(
                        "clientId", client.getClientId(), "a client whose service account is enabled, or a userId");
    }

    /** Whoever holds a personal key acts as the user, so making one takes the permission to impersonate the user. */
    private Reading ofUser(String userId, ClientModel client) {
        Optional<UserModel> user = users.findById(userId).filter(some -> some.getServiceAccountClientLink() == null);
        if (user.isEmpty()) {
            return auth.users().canImpersonate()
                    ? Reading.wrong("userId", userId, "the id of a user of this realm who is no service account")
                    : Reading.FORBIDDEN;
        }
        return auth.users().canImpersonate(user.get(), null)
                ? found(client, user.map(UserModel::getId))
                : Reading.FORBIDDEN;
    }

    private Reading found(ClientModel client, Optional<String> userId) {
        return new Reading(Optional.of(new KeyOwner(realm.getId(), client.getId(), userId)), List.of());
    }
}
