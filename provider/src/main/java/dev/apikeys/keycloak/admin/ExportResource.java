package dev.apikeys.keycloak.admin;

import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.directory.EnabledClients;
import dev.apikeys.keycloak.rest.Answers;
import dev.apikeys.keycloak.rest.ListParameters;
import dev.apikeys.keycloak.rest.NamedClients;
import dev.apikeys.keycloak.store.KeyFilter;
import dev.apikeys.keycloak.transfer.KeyExport;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** Hands out the hashes of keys: to those who may manage them, and not to those who may only look. */
public class ExportResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientAccess access;
    private final AdminAuth exporter;
    private final ListParameters parameters;

    ExportResource(
            KeycloakSession session,
            RealmModel realm,
            ClientAccess access,
            AdminAuth exporter,
            ListParameters parameters) {
        this.session = session;
        this.realm = realm;
        this.access = access;
        this.exporter = exporter;
        this.parameters = parameters;
    }

    /** The keys of all clients that the caller may manage, narrowed as the list is. */
    @GET
    @Produces({TransferMedia.NDJSON, MediaType.APPLICATION_JSON})
    public Response export() {
        access.requireManageAny(new EnabledClients(session, realm));
        RealmKeys realmKeys = new RealmKeys(session, realm);
        Optional<Set<String>> manageable = access.manageable(realmKeys.repository());
        Optional<KeyFilter> filter = parameters.filter(realm, manageable);
        Answers.refuseIfAny(parameters.violations());
        requireClient(filter);
        new TransferEvents(session, realm, exporter).exported(parameters.filtersNamed(), parameters.text("clientId"));
        KeyExport running = new KeyExport(
                session.getKeycloakSessionFactory(),
                realm.getId(),
                filter.orElseThrow(),
                realmKeys.clock().instant());
        boolean array = TransferMedia.prefersJson(session);
        return TransferMedia.answer(array, out -> {
            session.close();
            if (array) {
                running.writeArray(out);
            } else {
                running.writeLines(out);
            }
        });
    }

    /** A client that does not exist is a mistake, which an empty answer would hide. */
    private void requireClient(Optional<KeyFilter> filter) {
        Optional<String> clientId = filter.flatMap(KeyFilter::clientId);
        if (clientId.filter(id -> !access.mayManage(id)).isPresent() || (filter.isEmpty() && !access.mayManageAll())) {
            throw new ForbiddenException();
        }
        if (filter.isEmpty()) {
            throw NamedClients.refusal(
                    parameters.text("clientId").orElse(""), "the client id of a client of this realm");
        }
    }
}
