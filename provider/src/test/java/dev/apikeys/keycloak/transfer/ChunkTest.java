package dev.apikeys.keycloak.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.util.JsonSerialization;

class ChunkTest {

    private final Chunk chunk = new Chunk();

    private static NumberedRecord record(String externalId, long bytes) {
        ObjectNode json = JsonSerialization.createObjectNode().put("externalId", externalId);
        return new NumberedRecord(1, bytes, Optional.of(json));
    }

    @Test
    void endsBeforeTooMuchText() {
        assertThat(chunk.isFullFor(record("a", Chunk.MOST_BYTES + 1))).isFalse();
        chunk.add(record("a", Chunk.MOST_BYTES - 10));

        assertThat(chunk.isFullFor(record("b", 10))).isFalse();
        assertThat(chunk.isFullFor(record("b", 11))).isTrue();
    }

    @Test
    void endsBeforeTooManyRecords() {
        for (int i = 0; i < Chunk.MOST_RECORDS; i++) {
            assertThat(chunk.isFullFor(record("id-" + i, 1))).isFalse();
            chunk.add(record("id-" + i, 1));
        }

        assertThat(chunk.isFullFor(record("another", 1))).isTrue();
        assertThat(chunk.records()).hasSize(Chunk.MOST_RECORDS);
    }

    @Test
    void endsBeforeAnExternalIdThatItHas() {
        chunk.add(record("a", 1));

        assertThat(chunk.isFullFor(record(" a ", 1))).isTrue();
        assertThat(chunk.isFullFor(record("b", 1))).isFalse();
    }
}
