package dev.apikeys.keycloak.transfer;

import dev.apikeys.keycloak.keys.Imported;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Takes records of any number into a realm, some hundred in each transaction, so that neither memory nor a transaction grows
 * with them. What is committed stays, whatever happens to the rest; the same records again complete it.
 */
public final class KeyImport {

    private final String realmId;
    private final Function<KeycloakSession, Importer> importer;
    private final RecordSource records;
    private final Commits commits;
    private ImportCounts counts = ImportCounts.NONE;
    private ImportEnd end = ImportEnd.COMPLETE;

    /**
     * @param importer finds who imports in a session of its own: what they may is asked anew for each chunk
     */
    public KeyImport(
            KeycloakSessionFactory factory,
            String realmId,
            Function<KeycloakSession, Importer> importer,
            RecordSource records) {
        this.realmId = realmId;
        this.importer = importer;
        this.records = records;
        this.commits = new Commits(
                chunk -> KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> write(session, chunk)));
    }

    /**
     * Imports all records that can be read.
     *
     * @throws IOException when nobody takes the report any more; no further records are read then
     */
    public void run(ImportReport report) throws IOException {
        Chunk chunk = new Chunk();
        for (Optional<NumberedRecord> next = next(); next.isPresent() && !commits.gaveUp(); next = next()) {
            if (chunk.isFullFor(next.get())) {
                write(chunk.records(), report);
                chunk = new Chunk();
            }
            chunk.add(next.get());
        }
        if (!commits.gaveUp()) {
            write(chunk.records(), report);
        }
        report.end(commits.gaveUp() ? ImportEnd.UNWRITABLE : end, counts);
    }

    /** What became of the records so far. */
    public ImportCounts counts() {
        return counts;
    }

    private Optional<NumberedRecord> next() {
        try {
            return records.next();
        } catch (IOException e) {
            end = ImportEnd.UNREADABLE;
            return Optional.empty();
        }
    }

    private void write(List<NumberedRecord> chunk, ImportReport report) throws IOException {
        if (chunk.isEmpty()) {
            return;
        }
        List<Imported> outcomes = commits.commit(chunk);
        outcomes.forEach(outcome -> counts = counts.plus(outcome));
        for (int i = 0; i < chunk.size(); i++) {
            if (outcomes.get(i) instanceof Imported.Refused refused) {
                report.refused(chunk.get(i).line(), refused.violations());
            }
        }
        report.progress(counts);
    }

    private List<Imported> write(KeycloakSession session, List<NumberedRecord> chunk) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        return new ImportChunk(session, realm, importer.apply(session)).write(chunk);
    }
}
