package dev.apikeys.it.cluster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakCluster;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.PostgresServer;
import dev.apikeys.server.ServerOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** When the administrator's call on one node returns, the other node has forgotten the key. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationIT {

    private static final int ROUNDS = 2_000;
    private static final int FEWER_ROUNDS = 500;
    private static final int WAITING_ROUNDS = 50;

    private PostgresServer postgres;
    private KeycloakCluster cluster;
    private TestRealm realm;
    private Keys keys;

    @BeforeAll
    void startTwoNodes() {
        postgres = PostgresServer.start();
        cluster = KeycloakCluster.start(
                ServerOptions.named("it-cluster").withDatabase(postgres.createDatabase("cluster")), 2);
        realm = TestRealm.onServer(cluster.node(0), "demo-realm.json");
        realm.importFile();
        Keys.allowMany(realm);
        keys = new Keys(realm);
    }

    @AfterAll
    void stop() {
        cluster.close();
        postgres.close();
    }

    @Test
    void theNodesFoundEachOther() {
        assertThat(cluster.node(0).log()).contains("ISPN000094");
        NewKey key = keys.create();
        assertThat(activeOnTheOtherNode(key)).isTrue();
    }

    @Test
    void aRevokedKeyIsNeverAcceptedByTheOtherNode() {
        assertThat(accepted(ROUNDS, key -> keys.act(key, "revoke"))).isZero();
    }

    @Test
    void aDisabledKeyIsNeverAcceptedByTheOtherNode() {
        assertThat(accepted(FEWER_ROUNDS, key -> keys.act(key, "disable"))).isZero();
    }

    @Test
    void aDeletedKeyIsNeverAcceptedByTheOtherNode() {
        assertThat(accepted(FEWER_ROUNDS, key -> realm.admin()
                        .delete(realm.adminUrl("/api-keys/" + key.id()))
                        .then()
                        .statusCode(204)))
                .isZero();
    }

    @Test
    void aKeyThatGotAnotherScopeIsNeverAcceptedWithTheOldOneByTheOtherNode() {
        assertThat(accepted(FEWER_ROUNDS, key -> keys.change(key, Map.of("scopes", List.of("contacts:read")))))
                .isZero();
    }

    @Test
    void aKeyWhoseExpiryWasMovedToNowIsNeverAcceptedByTheOtherNode() {
        assertThat(accepted(WAITING_ROUNDS, key -> {
                    Instant end = Instant.now().plusMillis(300);
                    keys.change(key, Map.of("expiresAt", end.toString()));
                    waitUntil(end);
                }))
                .isZero();
    }

    @Test
    void aKeyMadeOnOneNodeIsGoodOnTheOtherThoughItsValueWasRefusedThereBefore() {
        NewKey key = keys.create();
        keys.act(key, "disable");
        assertThat(activeOnTheOtherNode(key)).isFalse();
        keys.act(key, "enable");
        assertThat(activeOnTheOtherNode(key)).isTrue();
    }

    /** How many of so many keys the second node accepted after the first one had stopped them. */
    private int accepted(int rounds, Consumer<NewKey> stop) {
        int accepted = 0;
        for (int round = 0; round < rounds; round++) {
            NewKey key = keys.create();
            assertThat(activeOnTheOtherNode(key)).isTrue();
            stop.accept(key);
            accepted += activeOnTheOtherNode(key) ? 1 : 0;
        }
        return accepted;
    }

    private boolean activeOnTheOtherNode(NewKey key) {
        KeycloakServer other = cluster.node(1);
        return given().auth()
                .preemptive()
                .basic("demo-api", "demo-api-secret")
                .formParams(Map.of("token", key.value(), "scope", "calls:read"))
                .post(other.url() + "/realms/" + realm.name() + "/protocol/openid-connect/token/introspect")
                .then()
                .statusCode(200)
                .extract()
                .path("active");
    }

    private static void waitUntil(Instant instant) {
        while (Instant.now().isBefore(instant)) {
            Thread.onSpinWait();
        }
    }
}
