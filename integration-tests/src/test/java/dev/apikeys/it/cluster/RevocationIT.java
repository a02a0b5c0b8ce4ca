package dev.apikeys.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** When the administrator's call on one node returns, the other node has forgotten the key. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationIT {

    private static final int ROUNDS = Integer.getInteger("revocation.rounds", 500);
    private static final int CLIENT_ROUNDS = 100;
    private static final int THREADS = 4;
    private static final int BATCH = 100;

    /** Time enough for one request. */
    private static final Duration LEAD = Duration.ofSeconds(5);

    private TestRealm realm;
    private Node admins;
    private Node other;

    @BeforeAll
    void useTwoNodes() {
        realm = SharedCluster.newRealm();
        admins = new Node(realm);
        other = new Node(realm.on(SharedCluster.nodes().node(1)));
    }

    @Test
    void theNodesFoundEachOther() {
        assertThat(SharedCluster.nodes().node(0).log()).contains("ISPN000094");
        assertThat(other.accepts(admins.create())).isTrue();
    }

    @Test
    void aRevokedKeyIsNeverAcceptedByTheOtherNode() {
        assertThat(accepted(key -> admins.act(key, "revoke"))).isZero();
    }

    @Test
    void aDisabledKeyIsNeverAcceptedByTheOtherNode() {
        assertThat(accepted(key -> admins.act(key, "disable"))).isZero();
    }

    @Test
    void aDeletedKeyIsNeverAcceptedByTheOtherNode() {
        assertThat(accepted(admins::delete)).isZero();
    }

    @Test
    void aKeyThatGotAnotherScopeIsNeverAcceptedWithTheOldOneByTheOtherNode() {
        assertThat(accepted(key -> admins.change(key, Map.of("scopes", List.of("contacts:read")))))
                .isZero();
    }

    @Test
    void aKeyWhoseExpiryWasMovedForwardIsNeverAcceptedAfterItByTheOtherNode() {
        int batches = Threads.count(THREADS, ROUNDS / BATCH, batch -> {
            List<NewKey> keys = Stream.generate(admins::create).limit(BATCH).toList();
            assertThat(keys).allMatch(other::accepts);
            keys.forEach(key -> admins.change(
                    key, Map.of("expiresAt", Instant.now().plus(LEAD).toString())));
            waitUntil(Instant.now().plus(LEAD));
            assertThat(keys).noneMatch(other::accepts);
            return true;
        });

        assertThat(batches).isEqualTo(ROUNDS / BATCH);
    }

    @Test
    void aClientThatIsSwitchedOffOnOneNodeHasNoGoodKeysOnTheOther() {
        NewKey key = admins.create();
        for (int round = 0; round < CLIENT_ROUNDS; round++) {
            realm.clients().update("shop-backend", client -> client.put("enabled", false));
            assertThat(other.accepts(key)).isFalse();
            realm.clients().update("shop-backend", client -> client.put("enabled", true));
            assertThat(other.accepts(key)).isTrue();
        }
    }

    @Test
    void aKeyMadeOnOneNodeIsGoodOnTheOtherThoughItsValueWasRefusedThereBefore() {
        NewKey key = admins.create();
        admins.act(key, "disable");
        assertThat(other.accepts(key)).isFalse();
        admins.act(key, "enable");
        assertThat(other.accepts(key)).isTrue();
    }

    /** How many of so many keys the second node accepted after the first one had stopped them. */
    private int accepted(Consumer<NewKey> stop) {
        return Threads.count(THREADS, ROUNDS, round -> {
            NewKey key = admins.create();
            assertThat(other.accepts(key)).isTrue();
            stop.accept(key);
            return other.accepts(key);
        });
    }

    private static void waitUntil(Instant instant) {
        while (Instant.now().isBefore(instant)) {
            try {
                Thread.sleep(
                        Math.max(1, Duration.between(Instant.now(), instant).toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
