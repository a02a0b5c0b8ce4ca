package dev.apikeys.keycloak.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.keys.Imported;
import org.keycloak.util.JsonSerialization;

/** What became of the records of an import so far. */
public record ImportCounts(long read, long imported, long updated, long unchanged, long refused) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

    ImportCounts plus(Imported outcome) {
        return new ImportCounts(
                read + 1,
                imported + (outcome instanceof Imported.New ? 1 : 0),
                updated + (outcome instanceof Imported.Changed ? 1 : 0),
                unchanged + (outcome instanceof Imported.Unchanged ? 1 : 0),
                refused + (outcome instanceof Imported.Refused ? 1 : 0));
    }

    /** As a JSON object. */
    public ObjectNode json() {
        return JsonSerialization.createObjectNode()
                .put("read", read)
                .put("imported", imported)
                .put("updated", updated)
                .put("unchanged", unchanged)
                .put("refused", refused);
    }
}
