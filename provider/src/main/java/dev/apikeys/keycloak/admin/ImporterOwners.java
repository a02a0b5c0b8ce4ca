package dev.apikeys.keycloak.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.rest.NamedClients;
import dev.apikeys.keycloak.rest.NamedUsers;
import dev.apikeys.keycloak.transfer.RecordOwners;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/** Whose keys records are, as far as an administrator may make them: by the rules of making one. */
final class ImporterOwners implements RecordOwners {

    private static final String USER_ID = "userId";
    private static final Refused FORBIDDEN = refused("clientId", "a client whose keys the importer may manage");
    private static final Refused GONE =
            refused("", "records of an importer whose account and client are still there and enabled");

    private final AdminPermissionEvaluator auth;
    private final NewKeyOwner owners;
    private final NamedClients clients;
    private final NamedUsers users;
    private final Map<String, Reading> ofServiceAccounts = new HashMap<>();
    private final Map<String, Boolean> manageable = new HashMap<>();

    private ImporterOwners(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        this.auth = auth;
        this.owners = new NewKeyOwner(session, realm, auth, new RealmKeys(session, realm).directory());
        this.clients = new NamedClients(realm);
        this.users = new NamedUsers(session, realm);
    }

    /**
     * For the same administrator in another session, with the permissions that they have by then: none, when they or their client
     * are gone or switched off.
     */
    static RecordOwners in(KeycloakSession session, AdminAuth importer) {
        RealmModel realm = session.getContext().getRealm();
        RealmModel home = session.realms().getRealm(importer.getRealm().getId());
        UserModel user = home == null
                ? null
                : session.users().getUserById(home, importer.getUser().getId());
        ClientModel client =
                home == null ? null : home.getClientById(importer.getClient().getId());
        if (user == null || !user.isEnabled() || client == null || !client.isEnabled()) {
            return json -> GONE;
        }
        AdminAuth same = new AdminAuth(home, importer.getToken(), user, client);
        return new ImporterOwners(session, realm, AdminPermissions.evaluator(session, realm, same));
    }

    @Override
    public Reading find(ObjectNode json) {
        String clientId = json.path("clientId").asText("");
        Optional<ClientModel> client = clients.find(clientId);
        if (client.isEmpty()) {
            return auth.clients().canManage()
                    ? refused("clientId", "the client id of a client of this realm")
                    : FORBIDDEN;
        }
        if (!manageable.computeIfAbsent(
                client.get().getId(), id -> auth.clients().canManage(client.get()))) {
            return FORBIDDEN;
        }
        return json.hasNonNull(USER_ID) || json.hasNonNull("username")
                ? owned(withUserId(json), client.get())
                : ofServiceAccounts.computeIfAbsent(clientId, id -> owned(json, client.get()));
    }

    /** A user may have another id here: then the name tells who it is. */
    private ObjectNode withUserId(ObjectNode json) {
        String userId = json.path(USER_ID).asText("");
        Optional<String> named =
                json.hasNonNull("username") && users.findById(userId).isEmpty()
                        ? users.findByName(json.path("username").asText()).map(UserModel::getId)
                        : Optional.empty();
        return json.deepCopy().put(USER_ID, named.orElse(userId));
    }

    private Reading owned(ObjectNode json, ClientModel client) {
        NewKeyOwner.Reading reading = owners.find(json, client);
        if (reading.owner().isPresent()) {
            return new Found(reading.owner().get(), client);
        }
        return reading.violations().isEmpty()
                ? refused(USER_ID, "a user as whom the importer may act")
                : new Refused(reading.violations());
    }

    private static Refused refused(String field, String allowed) {
        return new Refused(List.of(new Violation(field, "", allowed)));
    }
}
