package dev.apikeys.keycloak.admin;

import dev.apikeys.keycloak.directory.EnabledClients;
import dev.apikeys.keycloak.transfer.ImportReport;
import dev.apikeys.keycloak.transfer.Importer;
import dev.apikeys.keycloak.transfer.KeyImport;
import dev.apikeys.keycloak.transfer.RecordSource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** Takes the keys of another system, or of another Keycloak. */
public class ImportResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientAccess access;
    private final AdminAuth importer;

    ImportResource(KeycloakSession session, RealmModel realm, ClientAccess access, AdminAuth importer) {
        this.session = session;
        this.realm = realm;
        this.access = access;
        this.importer = importer;
    }

    /**
     * One record in each line, and the answer tells the progress while the body is still being sent; or a JSON array of records. One
     * method for both: where several differ in what they take, Keycloak answers 500 to what none of them takes.
     */
    @POST
    @Consumes({TransferMedia.NDJSON, MediaType.APPLICATION_JSON})
    @Produces({TransferMedia.NDJSON, MediaType.APPLICATION_JSON})
    public Response post(InputStream body) {
        access.requireManageAny(new EnabledClients(session, realm));
        return answer(TransferMedia.isLines(session) ? RecordSource.ofLines(body) : RecordSource.ofArray(body));
    }

    private Response answer(RecordSource records) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        TransferEvents events = new TransferEvents(session, realm, importer);
        KeyImport running = new KeyImport(factory, realm.getId(), some -> importer(some, events), records);
        boolean summary = TransferMedia.prefersJson(session);
        StreamingOutput report = out -> {
            session.close();
            run(running, summary ? ImportReport.summary(out) : ImportReport.ofLines(out), events);
        };
        return TransferMedia.answer(summary, report);
    }

    private Importer importer(KeycloakSession some, TransferEvents events) {
        return new Importer(importer.getUser().getId(), ImporterOwners.in(some, importer), events.changesIn(some));
    }

    /** Whatever ends it, what was committed is in the log of events. */
    private static void run(KeyImport running, ImportReport report, TransferEvents events) throws IOException {
        try {
            running.run(report);
        } finally {
            events.imported(running.counts());
        }
    }
}
