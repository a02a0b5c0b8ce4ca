package dev.apikeys.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.UsageOf;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Both nodes count the calls of the same key. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
class UsageOnTwoNodesIT {

    private static final int CALLS_PER_NODE = 1_500;

    @Test
    void whatTheyHaveCountedAddsUpExactly() throws Exception {
        TestRealm realm = SharedCluster.newRealm();
        Node one = new Node(realm);
        Node other = new Node(realm.on(SharedCluster.nodes().node(1)));
        NewKey key = one.create();
        realm.setAttribute("api-keys.default-limit", "");
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = Stream.of(one, other)
                    .<Future<?>>map(node -> pool.submit(() -> use(node, key)))
                    .toList();
            for (Future<?> each : both) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }

        JsonPath usage = new UsageOf(realm, key).after(2 * CALLS_PER_NODE);
        assertThat(usage.getLong("allowed")).isEqualTo(2 * CALLS_PER_NODE);
        assertThat(usage.getLong("total")).isEqualTo(2 * CALLS_PER_NODE);
    }

    private static void use(Node node, NewKey key) {
        for (int call = 0; call < CALLS_PER_NODE; call++) {
            assertThat(node.accepts(key)).isTrue();
        }
    }
}
