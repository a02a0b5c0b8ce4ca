package dev.apikeys.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakCluster;
import dev.apikeys.server.PostgresServer;
import dev.apikeys.server.ServerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The clock of one of two nodes jumps two hours ahead, and is put back. */
class ClockStepsFault {

    private static final Duration STEP = Duration.ofHours(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int LIMIT = 10;

    @Test
    void eachNodeKeepsToItsClockRevokedKeysStayRevokedAndALimitIsExceededByOneWindowAtMost() throws Exception {
        Assumptions.assumeTrue(NodeClock.library().isPresent(), "needs libfaketime");
        try (PostgresServer postgres = PostgresServer.startDurable();
                KeycloakCluster cluster = KeycloakCluster.start(
                        NodeClock.adjustable(
                                ServerOptions.named("it-clock").withDatabase(postgres.createDatabase("clock")),
                                NodeClock.library().orElseThrow()),
                        2)) {
            TestRealm realm = TestRealm.onServer(cluster.node(0), "demo-realm.json");
            realm.importNow();
            Keys keys = new Keys(realm);
            NewKey lasting = keys.create(Map.of("limits", List.of()));
            NewKey ending = keys.create(Map.of(
                    "limits",
                    List.of(),
                    "expiresAt",
                    Instant.now().plus(Duration.ofHours(1)).toString()));
            NewKey limited = keys.create(Map.of("limits", List.of(LIMIT + "/hour")));
            Caller right = new Caller(cluster.node(0).url(), realm.name(), realm.adminToken());
            Caller ahead = new Caller(cluster.node(1).url(), realm.name(), realm.adminToken());
            NodeClock clock = new NodeClock(cluster.node(1));
            assertThat(usedUp(right, limited)).isEqualTo(LIMIT);

            clock.step(STEP);
            await().atMost(PATIENCE).until(() -> ahead.check(ending) == Told.REFUSED);
            assertThat(right.check(ending)).isEqualTo(Told.ACCEPTED);
            assertThat(ahead.check(lasting)).isEqualTo(Told.ACCEPTED);
            int more = 0;
            for (int turn = 0; turn < 2 * LIMIT; turn++) {
                more += ahead.check(limited) == Told.ACCEPTED ? 1 : 0;
                more += right.check(limited) == Told.ACCEPTED ? 1 : 0;
            }
            assertThat(more).isEqualTo(LIMIT);

            clock.step(Duration.ZERO);
            await().atMost(PATIENCE).until(() -> ahead.check(ending) == Told.ACCEPTED);
            keys.act(lasting, "revoke");
            assertThat(ahead.check(lasting)).isEqualTo(Told.REFUSED);
            clock.step(STEP);
            await().atMost(PATIENCE).until(() -> ahead.check(ending) == Told.REFUSED);
            assertThat(ahead.check(lasting)).isEqualTo(Told.REFUSED);
        }
    }

    private static int usedUp(Caller node, NewKey key) {
        int allowed = 0;
        while (node.check(key) == Told.ACCEPTED) {
            allowed++;
        }
        return allowed;
    }
}
