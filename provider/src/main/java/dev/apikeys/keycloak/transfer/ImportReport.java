package dev.apikeys.keycloak.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.keycloak.util.JsonSerialization;

/** Tells whoever imports what becomes of the records, without repeating anything that a record says. */
public sealed interface ImportReport permits LineReport, SummaryReport {

    /** Line by line, as it goes on. */
    static ImportReport ofLines(OutputStream out) {
        return new LineReport(out);
    }

    /** As one JSON object at the end. */
    static ImportReport summary(OutputStream out) {
        return new SummaryReport(out);
    }

    /** A record was refused; nothing of it was written. */
    void refused(long line, List<Violation> violations) throws IOException;

    /** A chunk is through: what was imported and updated is committed. */
    void progress(ImportCounts counts) throws IOException;

    /** Nothing more is read. */
    void end(ImportEnd end, ImportCounts counts) throws IOException;

    /** A refusal as JSON: names of fields and what is allowed there, and no values. */
    static ObjectNode refusal(long line, List<Violation> violations) {
        ObjectNode json = JsonSerialization.createObjectNode();
        json.put("line", line);
        ArrayNode errors = json.putArray("errors");
        violations.stream().limit(ReportBounds.ERRORS_OF_A_RECORD).forEach(violation -> errors.addObject()
                .put("field", ReportBounds.shortened(violation.field(), ReportBounds.LONGEST_FIELD))
                .put("allowed", ReportBounds.shortened(violation.allowed(), ReportBounds.LONGEST_ALLOWED)));
        return json;
    }

    /** The last word as JSON. */
    static ObjectNode last(ImportEnd end, ImportCounts counts) {
        ObjectNode json = JsonSerialization.createObjectNode();
        json.put("complete", end == ImportEnd.COMPLETE);
        json.setAll(counts.json());
        end.error(counts).ifPresent(error -> json.put("error", error));
        return json;
    }
}
