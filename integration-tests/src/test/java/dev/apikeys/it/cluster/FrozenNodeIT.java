package dev.apikeys.it.cluster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakCluster;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.PostgresServer;
import dev.apikeys.server.ServerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** One of two nodes hangs, connections open: the counters that both share do not answer. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrozenNodeIT {

    private static final String BEGIN = "The shared counters of the API key rate limits do not answer";
    private static final String END = "The shared counters of the API key rate limits answer again";

    /** Long enough for more than one attempt to reach the counters, and less than it takes to drop a node. */
    private static final Duration OUTAGE = Duration.ofSeconds(12);

    /** What Infinispan lets a caller wait unless it is told otherwise. */
    private static final Duration USUAL_WAIT = Duration.ofSeconds(15);

    private static final int LIMIT = 5;

    private final List<JsonNode> closed = new ArrayList<>();
    private final List<JsonNode> open = new ArrayList<>();
    private Duration longestCall = Duration.ZERO;
    private JsonNode lookInTheOutage;
    private JsonNode unlimitedInTheOutage;
    private double unanswered;
    private String log = "";

    /** The outage, once for all tests: what the surviving node answered. */
    @BeforeAll
    void freezeOneNode() {
        try (PostgresServer postgres = PostgresServer.start();
                KeycloakCluster cluster = KeycloakCluster.start(
                        ServerOptions.named("it-frozen")
                                .withDatabase(postgres.createDatabase("frozen"))
                                .withBuildOption("metrics-enabled", "true"),
                        2)) {
            TestRealm closedRealm = realm(cluster, "closed");
            TestRealm openRealm = realm(cluster, "open");
            Keys closedKeys = new Keys(closedRealm);
            NewKey closedKey = closedKeys.create(Map.of("limits", List.of("100000/hour")));
            NewKey unlimitedKey = closedKeys.create(Map.of("limits", List.of()));
            NewKey openKey = new Keys(openRealm).create(Map.of("limits", List.of(LIMIT + "/hour")));
            Node inClosed = new Node(closedRealm);
            Node inOpen = new Node(openRealm);
            assertThat(inClosed.accepts(closedKey)).isTrue();
            assertThat(inClosed.accepts(unlimitedKey)).isTrue();
            assertThat(inOpen.introspect(openKey, Map.of("cost", "0"))
                            .path("active")
                            .asBoolean())
                    .isTrue();

            cluster.node(1).freeze();
            try {
                Instant end = Instant.now().plus(OUTAGE);
                while (Instant.now().isBefore(end)) {
                    closed.add(timed(inClosed, closedKey));
                    open.add(timed(inOpen, openKey));
                }
                lookInTheOutage = inClosed.introspect(closedKey, Map.of("cost", "0"));
                unlimitedInTheOutage = inClosed.introspect(unlimitedKey, Map.of());
                unanswered = unanswered(cluster.node(0));
            } finally {
                cluster.node(1).thaw();
            }
            Eventually.get(() -> inClosed.accepts(closedKey), accepted -> accepted);
            log = Eventually.get(() -> cluster.node(0).log(), text -> text.contains(END));
        }
    }

    @Test
    void callsAreRefusedWhereTheRealmSaysClosed() {
        JsonNode last = closed.get(closed.size() - 1);

        assertThat(last.path("active").asBoolean()).isFalse();
        assertThat(last.path("error").asText()).isEqualTo("rate_limit_exceeded");
        assertThat(last.path("retry_after").asInt()).isEqualTo(2);
        assertThat(last.path("rate_limit")).isEmpty();
    }

    @Test
    void theNodeCountsForItselfWhereTheRealmSaysOpen() {
        assertThat(open.stream().filter(answer -> answer.path("active").asBoolean()))
                .hasSize(LIMIT);
        assertThat(open.get(open.size() - 1).path("error").asText()).isEqualTo("rate_limit_exceeded");
        assertThat(open.get(open.size() - 1).path("rate_limit").path(0).path("remaining"))
                .hasToString("0");
    }

    @Test
    void aLookIsNotRefused() {
        assertThat(lookInTheOutage.path("active").asBoolean()).isTrue();
    }

    @Test
    void aKeyWithoutLimitIsNotTouched() {
        assertThat(unlimitedInTheOutage.path("active").asBoolean()).isTrue();
    }

    @Test
    void noCallWaitsAsLongAsInfinispanUsuallyLetsIt() {
        assertThat(longestCall).isLessThan(USUAL_WAIT);
    }

    @Test
    void theLogHasOneLineWhenItBeginsAndOneWhenItEnds() {
        assertThat(log).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
    }

    @Test
    void theMetricCountsEveryQuestionThatGotNoAnswer() {
        long refused = closed.stream()
                .filter(answer -> !answer.path("active").asBoolean())
                .count();
        assertThat(refused).isGreaterThan(2);
        assertThat(unanswered).isGreaterThanOrEqualTo((double) refused);
    }

    private JsonNode timed(Node node, NewKey key) {
        Instant start = Instant.now();
        JsonNode answer = node.introspect(key, Map.of());
        Duration wait = Duration.between(start, Instant.now());
        longestCall = wait.compareTo(longestCall) > 0 ? wait : longestCall;
        return answer;
    }

    private static TestRealm realm(KeycloakCluster cluster, String failure) {
        TestRealm realm = TestRealm.onServer(cluster.node(0), "demo-realm.json");
        realm.importNow();
        realm.setAttribute("api-keys.rate-limit-failure", failure);
        return realm;
    }

    private static double unanswered(KeycloakServer server) {
        String metrics = given().get(server.managementUrl().resolve("/metrics")).asString();
        return metrics.lines()
                .filter(line -> line.startsWith("keycloak_api_keys_rate_limit_unanswered_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
