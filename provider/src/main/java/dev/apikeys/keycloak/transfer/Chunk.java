package dev.apikeys.keycloak.transfer;

import dev.apikeys.keycloak.keys.KeyImports;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The records that are in memory: so many, of so much text, and none with the external id of another. */
final class Chunk {

    static final int MOST_RECORDS = 500;

    /** A parsed record takes several times as much as its text. */
    static final int MOST_BYTES = 1_048_576;

    private final List<NumberedRecord> records = new ArrayList<>();
    private final Set<String> externalIds = new HashSet<>();
    private long bytes;

    /** Whether the record has to wait for the next chunk. */
    boolean isFullFor(NumberedRecord next) {
        return !records.isEmpty()
                && (records.size() == MOST_RECORDS
                        || bytes + next.bytes() > MOST_BYTES
                        || externalId(next).filter(externalIds::contains).isPresent());
    }

    void add(NumberedRecord next) {
        records.add(next);
        bytes += next.bytes();
        externalId(next).ifPresent(externalIds::add);
    }

    List<NumberedRecord> records() {
        return List.copyOf(records);
    }

    private static Optional<String> externalId(NumberedRecord record) {
        return record.json().flatMap(KeyImports::externalId);
    }
}
