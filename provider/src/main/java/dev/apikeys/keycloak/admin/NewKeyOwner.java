package dev.apikeys.keycloak.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.keycloak.directory.KeyClients;
import dev.apikeys.keycloak.directory.KeycloakDirectory;
import dev.apikeys.keycloak.rest.Answers;
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

    /** Behind it stand the id of the store and the id in that store, with a colon between them. */
    private static final String FEDERATED = "f:";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final KeycloakDirectory directory;

    NewKeyOwner(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, KeycloakDirectory directory) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.directory = directory;
    }

    /** The owner, or 400; 403 unless the caller may manage the client and, for a personal key, act as the user. */
    KeyOwner read(ObjectNode json, ClientModel client) {
        if (!KeyClients.hasKeys(client)) {
            throw refusal(
                    "clientId",
                    client.getClientId(),
                    "an OpenID Connect client whose attribute " + KeyClients.ENABLED + " is true");
        }
        Answers.refuseIfAny(KeyClients.violations(client));
        Optional<String> userId = json.hasNonNull("userId")
                ? Optional.of(user(json.path("userId").asText()).getId())
                : Optional.empty();
        if (userId.isEmpty() && directory.serviceAccount(client).isEmpty()) {
            throw refusal("clientId", client.getClientId(), "a client whose service account is enabled, or a userId");
        }
        return new KeyOwner(realm.getId(), client.getId(), userId);
    }

    /** Whoever holds a personal key acts as the user, so making one takes the permission to impersonate the user. */
    private UserModel user(String userId) {
        boolean readable = userId.length() <= 255
                && userId.chars().noneMatch(Character::isISOControl)
                && (!userId.startsWith(FEDERATED) || userId.indexOf(':', FEDERATED.length()) >= 0);
        UserModel user = readable ? session.users().getUserById(realm, userId) : null;
        if (user == null || user.getServiceAccountClientLink() != null) {
            if (!auth.users().canImpersonate()) {
                throw new ForbiddenException();
            }
            throw refusal("userId", userId, "the id of a user of this realm who is no service account");
        }
        auth.users().requireImpersonate(user);
        return user;
    }

    private static RuntimeException refusal(String field, String value, String allowed) {
        return Answers.refusal(List.of(new Violation(field, value, allowed)));
    }
}
