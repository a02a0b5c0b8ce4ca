package dev.apikeys.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakCluster;
import dev.apikeys.server.PostgresServer;
import dev.apikeys.server.ServerOptions;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** One of two nodes dies without a word while both are hammered. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
class NodeKilledIT {

    private static final System.Logger LOG = System.getLogger(NodeKilledIT.class.getName());

    private static final int LIMIT = 3_000;
    private static final int USED_BEFORE = 500;
    private static final int THREADS_PER_NODE = 3;
    /** Calls whose answer never came, or came too late, may have been counted. */
    private static final int MOST_COUNTED_IN_VAIN = 100;

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final long NEVER = Long.MAX_VALUE;

    private final AtomicInteger allowed = new AtomicInteger();
    private final AtomicLong killedAt = new AtomicLong(NEVER);
    private final ConcurrentLinkedQueue<Long> allowedAfterKill = new ConcurrentLinkedQueue<>();

    @Test
    void theOtherOneGoesOnAndBothTogetherLetThroughNoMoreThanTheLimit() throws Exception {
        try (PostgresServer postgres = PostgresServer.start();
                KeycloakCluster cluster = KeycloakCluster.start(
                        ServerOptions.named("it-killed").withDatabase(postgres.createDatabase("killed")), 2)) {
            TestRealm realm = TestRealm.onServer(cluster.node(0), "demo-realm.json");
            realm.importNow();
            NewKey key = new Keys(realm).create(Map.of("limits", List.of(LIMIT + "/hour")));
            Node survivor = new Node(realm);
            Node victim = new Node(realm.on(cluster.node(1)));

            hammer(survivor, victim, key, cluster.node(1)::kill);
        }

        Duration pause = longestPause();
        LOG.log(System.Logger.Level.WARNING, () -> "%d of %d calls let through, %d of them after the kill; "
                .concat("the first one %d ms after it, the longest pause was %d ms")
                .formatted(
                        allowed.get(),
                        LIMIT,
                        allowedAfterKill.size(),
                        TimeUnit.NANOSECONDS.toMillis(allowedAfterKill.stream()
                                .mapToLong(at -> at)
                                .min()
                                .orElse(NEVER)),
                        pause.toMillis()));
        assertThat(allowed.get()).isBetween(LIMIT - MOST_COUNTED_IN_VAIN, LIMIT);
        assertThat(allowedAfterKill).isNotEmpty();
        assertThat(pause).isLessThan(LONGEST_PAUSE);
    }

    /** Returns when nothing is left of the limit. */
    private void hammer(Node survivor, Node victim, NewKey key, Runnable kill)
            throws InterruptedException, ExecutionException, TimeoutException {
        ExecutorService threads = Executors.newFixedThreadPool(2 * THREADS_PER_NODE);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS_PER_NODE; thread++) {
                work.add(threads.submit(() -> useUp(survivor, key)));
                work.add(threads.submit(() -> useUntilKilled(victim, key)));
            }
            Eventually.get(allowed::get, calls -> calls >= USED_BEFORE);
            killedAt.set(System.nanoTime());
            kill.run();
            for (Future<?> each : work) {
                each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Until a look at the limit says that nothing is left: a node that lost sight of the count may refuse before. */
    private void useUp(Node node, NewKey key) {
        while (!Thread.currentThread().isInterrupted()) {
            if (!use(node, key) && isUsedUp(node, key)) {
                return;
            }
        }
    }

    private void useUntilKilled(Node node, NewKey key) {
        try {
            useUp(node, key);
        } catch (UncheckedIOException e) {
            if (killedAt.get() == NEVER) {
                throw e;
            }
        }
    }

    private boolean use(Node node, NewKey key) {
        long start = System.nanoTime();
        boolean accepted = node.accepts(key);
        if (accepted) {
            allowed.incrementAndGet();
            if (killedAt.get() != NEVER && start - killedAt.get() >= 0) {
                allowedAfterKill.add(System.nanoTime() - killedAt.get());
            }
        }
        return accepted;
    }

    private static boolean isUsedUp(Node node, NewKey key) {
        JsonNode look = node.introspect(key, Map.of("cost", "0"));
        return look.path("active").asBoolean()
                && look.path("rate_limit").path(0).path("remaining").asInt(1) == 0;
    }

    /** Between the kill and the first call that was let through after it, or between any two of those. */
    private Duration longestPause() {
        long longest = 0;
        long last = 0;
        for (long at : allowedAfterKill.stream().sorted().toList()) {
            longest = Math.max(longest, at - last);
            last = at;
        }
        return Duration.ofNanos(longest);
    }
}
