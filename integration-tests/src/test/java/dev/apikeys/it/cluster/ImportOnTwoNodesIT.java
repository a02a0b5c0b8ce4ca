package dev.apikeys.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.Transfers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What an import changes at one node holds at the other when the import is answered. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
class ImportOnTwoNodesIT {

    /** More than nodes tell each other in one message. */
    private static final int KEYS = 300;

    @Test
    void everyNodeForgetsWhatItKnewOfTheKeys() {
        TestRealm realm = SharedCluster.newRealm();
        realm.setAttribute("api-keys.accept-foreign", "true");
        Node other = new Node(realm.on(SharedCluster.nodes().node(1)));
        List<NewKey> keys = IntStream.range(0, KEYS)
                .mapToObj(i -> new NewKey("two-nodes-" + i, "foreign-two-nodes-" + i))
                .toList();
        List<Map<String, Object>> records =
                keys.stream().map(key -> KeyRecords.of(key.id(), key.value())).toList();
        assertThat(keys).noneMatch(other::accepts);

        assertThat(Transfers.of(realm).importLines(records).count("imported")).isEqualTo(KEYS);
        assertThat(keys).allMatch(other::accepts);

        List<Map<String, Object>> disabled = records.stream()
                .map(record -> KeyRecords.with(record, "enabled", false))
                .toList();
        assertThat(Transfers.of(realm).importLines(disabled).count("updated")).isEqualTo(KEYS);
        assertThat(keys).noneMatch(other::accepts);
    }
}
