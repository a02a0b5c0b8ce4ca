package dev.apikeys.it.cluster;

import static dev.apikeys.it.support.Reports.entry;
import static dev.apikeys.it.support.Reports.isRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Reports;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.UsageOf;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A report counts once, whichever node it is sent to. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
class OutcomesOnTwoNodesIT {

    private static final int REPORTS_PER_NODE = 100;

    private final TestRealm realm = SharedCluster.newRealm();
    private final Reports one = new Reports(realm);
    private final Reports other = new Reports(realm.on(SharedCluster.nodes().node(1)));
    private final NewKey key = new Keys(realm).create();

    OutcomesOnTwoNodesIT() {
        one.allow();
    }

    @Test
    void aReportThatIsSentToTheOtherNodeIsTheSame() {
        String name = UUID.randomUUID().toString();
        one.send(name, sent(3)).then().statusCode(204);

        other.send(name, sent(3)).then().statusCode(204);
        isRefused(other.send(name, sent(4)), 422, "idempotency_key_reused");

        assertThat(reported()).isEqualTo(3);
    }

    @Test
    void reportsOfOneNameAtTheSameTimeCountOnceAndOfOthersAddUp() throws Exception {
        Set<Integer> statuses = new TreeSet<>();
        for (int round = 0; round < REPORTS_PER_NODE; round++) {
            String name = "round " + round;
            statuses.addAll(both(name));
        }
        assertThat(statuses).contains(204).isSubsetOf(204, 409);
        assertThat(reported()).isEqualTo(REPORTS_PER_NODE);
    }

    @Test
    void oneThatIsBeingCountedIsInFlightOnBothNodesAndNothingOfItIsLost() throws Exception {
        String name = "in flight";
        try (Connection database = SharedCluster.database();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.executeQuery("select ID from API_KEY where ID = '" + key.id() + "' for update");
            Set<Integer> statuses = new TreeSet<>();
            Eventually.get(
                    () -> {
                        statuses.addAll(both(name));
                        return statuses;
                    },
                    seen -> seen.contains(409));
            assertThat(statuses).containsExactly(409, 503);
            database.rollback();
        }

        assertThat(reported()).isZero();
        other.send('"' + name + '"', sent(1)).then().statusCode(204);
        assertThat(reported()).isEqualTo(1);
    }

    @Test
    void theLastOutcomeIsTheLatestOfBothNodesWhicheverWritesLast() throws Exception {
        Instant first = Instant.now().minusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int millis = 0; millis < REPORTS_PER_NODE; millis++) {
                Reports node = millis % 2 == 0 ? one : other;
                Map<String, Object> sent = entry(key.id(), "sent", 1);
                sent.put("at", first.plusMillis(REPORTS_PER_NODE - millis).toString());
                answers.add(pool.submit(() -> node.send(List.of(sent)).statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(204);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(reported()).isEqualTo(REPORTS_PER_NODE);
        assertThat(new UsageOf(realm, key).now().getString("lastOutcomeAt"))
                .isEqualTo(first.plusMillis(REPORTS_PER_NODE).toString());
    }

    /** What both nodes say to the same report at the same time. */
    private List<Integer> both(String name) {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Response>> answers = Stream.of(one, other)
                    .map(node -> pool.submit(() -> node.send('"' + name + '"', sent(1))))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Response> answer : answers) {
                statuses.add(answer.get().statusCode());
            }
            return statuses;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private Map<String, ?> sent(int count) {
        return Map.of("outcomes", List.of(entry(key.id(), "sent", count)));
    }

    private int reported() {
        return new UsageOf(realm, key).now().getInt("outcomes.sent");
    }
}
