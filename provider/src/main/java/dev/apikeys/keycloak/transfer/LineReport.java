package dev.apikeys.keycloak.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** NDJSON: refusals as they occur, a line of counts after each chunk, and one at the end. */
final class LineReport implements ImportReport {

    private final OutputStream out;

    LineReport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void refused(long line, List<Violation> violations) throws IOException {
        write(ImportReport.refusal(line, violations));
    }

    @Override
    public void progress(ImportCounts counts) throws IOException {
        write(counts.json());
        out.flush();
    }

    @Override
    public void end(ImportEnd end, ImportCounts counts) throws IOException {
        write(ImportReport.last(end, counts));
        out.flush();
    }

    private void write(ObjectNode json) throws IOException {
        out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
