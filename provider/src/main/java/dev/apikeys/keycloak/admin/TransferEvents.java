package dev.apikeys.keycloak.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.transfer.ImportChanges;
import dev.apikeys.keycloak.transfer.ImportCounts;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.util.JsonSerialization;

/** One admin event for each import and export, in a transaction of its own: neither has one. What an import changes has its own events. */
final class TransferEvents {

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final AdminAuth auth;
    private final ClientConnection connection;

    TransferEvents(KeycloakSession session, RealmModel realm, AdminAuth auth) {
        this.factory = session.getKeycloakSessionFactory();
        this.realmId = realm.getId();
        this.auth = auth;
        this.connection = session.getContext().getConnection();
    }

    /** After the last record, or after the last one that was written. */
    void imported(ImportCounts counts) {
        report("import", counts.json());
    }

    /**
     * Before the first record: no export goes unseen. Says what narrows it; what was searched for may be a key.
     *
     * @param clientId of a client that there is
     */
    void exported(List<String> filters, Optional<String> clientId) {
        ObjectNode json = JsonSerialization.createObjectNode();
        ArrayNode named = json.putArray("filters");
        filters.forEach(named::add);
        clientId.ifPresent(client -> json.put("clientId", client));
        report("export", json);
    }

    /** For the changes that an import makes in the session. */
    ImportChanges changesIn(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return new ImportedChangeEvents(session, realm, () -> event(session, realm));
    }

    private AdminEventBuilder event(KeycloakSession session, RealmModel realm) {
        return new AdminEventBuilder(realm, auth, session, connection).resource("API_KEY");
    }

    private void report(String path, ObjectNode representation) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            event(session, realm)
                    .operation(OperationType.ACTION)
                    .resourcePath("api-keys", path)
                    .representation(representation)
                    .success();
        });
    }
}
