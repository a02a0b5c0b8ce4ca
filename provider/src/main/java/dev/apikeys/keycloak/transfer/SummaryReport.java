package dev.apikeys.keycloak.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.keycloak.util.JsonSerialization;

/** For callers who read nothing before they have written everything: the first refusals, and the counts. */
final class SummaryReport implements ImportReport {

    private static final int MOST_REFUSALS = 1_000;

    private final OutputStream out;
    private final ArrayNode refusals = JsonSerialization.mapper.createArrayNode();

    SummaryReport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void refused(long line, List<Violation> violations) {
        if (refusals.size() < MOST_REFUSALS) {
            refusals.add(ImportReport.refusal(line, violations));
        }
    }

    @Override
    public void progress(ImportCounts counts) {}

    @Override
    public void end(ImportEnd end, ImportCounts counts) throws IOException {
        ObjectNode json = ImportReport.last(end, counts);
        json.set("refusals", refusals);
        out.write(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
