package dev.apikeys.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.tokens.KeyTokens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two nodes that are hammered at once let through together what the limit says: no call more, and no call less. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsOnTwoNodesIT {

    private static final int THREADS = 8;
    private static final int LIMIT = 1_000;
    private static final int CALLS = 1_600;

    private TestRealm realm;
    private Keys keys;
    private List<Node> nodes;

    @BeforeAll
    void useTwoNodes() {
        realm = SharedCluster.newRealm();
        keys = new Keys(realm);
        nodes = nodesOf(realm);
    }

    @Test
    void ofAKey() {
        NewKey key = keys.create(Map.of("limits", List.of("1000/hour")));

        assertThat(allowed(CALLS, nodes, List.of(key))).isEqualTo(LIMIT);
    }

    @Test
    void ofAClientWithSeveralKeys() {
        new KeyTokens(realm).createClient("two-nodes", "client-secret", Map.of("api-keys.client-limit", "1000/hour"));
        List<NewKey> several = Stream.generate(() -> keys.create(Map.of("clientId", "two-nodes", "limits", List.of())))
                .limit(5)
                .toList();

        assertThat(allowed(CALLS, nodes, several)).isEqualTo(LIMIT);
    }

    @Test
    void ofARealmWithSeveralKeys() {
        TestRealm limited = SharedCluster.newRealm();
        limited.setAttribute("api-keys.realm-limit", "1000/hour");
        Keys ofRealm = new Keys(limited);
        List<NewKey> several = Stream.generate(() -> ofRealm.create(Map.of("limits", List.of())))
                .limit(5)
                .toList();

        assertThat(allowed(CALLS, nodesOf(limited), several)).isEqualTo(LIMIT);
    }

    @Test
    void ofEachOfManyKeys() {
        List<NewKey> many = Stream.generate(() -> keys.create(Map.of("limits", List.of("10/hour"))))
                .limit(50)
                .toList();
        AtomicIntegerArray allowed = new AtomicIntegerArray(many.size());

        Threads.count(THREADS, CALLS, round -> {
            int key = round / nodes.size() % many.size();
            boolean accepted = nodeOf(round, nodes).accepts(many.get(key));
            allowed.addAndGet(key, accepted ? 1 : 0);
            return accepted;
        });

        assertThat(IntStream.range(0, many.size()).map(allowed::get)).containsOnly(10);
    }

    /**
     * How many calls were let through, every other one on the other node and each with the next key: so many calls, and
     * then more as long as a node says that some are left. A node that could not count for a moment refuses calls.
     */
    private static int allowed(int calls, List<Node> nodes, List<NewKey> keys) {
        int allowed = Threads.count(
                THREADS, calls, round -> nodeOf(round, nodes).accepts(keys.get(round / nodes.size() % keys.size())));
        while (remaining(nodes.get(0), keys.get(0)) > 0) {
            allowed += nodes.get(0).accepts(keys.get(0)) ? 1 : 0;
        }
        return allowed;
    }

    private static int remaining(Node node, NewKey key) {
        return node.introspect(key, Map.of("cost", "0"))
                .path("rate_limit")
                .path(0)
                .path("remaining")
                .asInt(1);
    }

    private static Node nodeOf(int round, List<Node> nodes) {
        return nodes.get(round % nodes.size());
    }

    private static List<Node> nodesOf(TestRealm realm) {
        return List.of(new Node(realm), new Node(realm.on(SharedCluster.nodes().node(1))));
    }
}
