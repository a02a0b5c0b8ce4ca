package dev.apikeys.keycloak.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a body record by record; never more than one of them is in memory. */
public sealed interface RecordSource permits LineRecords, ArrayRecords {

    /** So many bytes a record can have: one with hundreds of long names of scopes fits. */
    int LONGEST_RECORD = 65_536;

    /** One record in each line (NDJSON). */
    static RecordSource ofLines(InputStream body) {
        return new LineRecords(body);
    }

    /** A JSON array of records, or a single one. */
    static RecordSource ofArray(InputStream body) {
        return new ArrayRecords(body);
    }

    /**
     * The next record; empty after the last.
     *
     * @throws IOException when the body breaks off, or cannot be read from here on
     */
    Optional<NumberedRecord> next() throws IOException;
}
