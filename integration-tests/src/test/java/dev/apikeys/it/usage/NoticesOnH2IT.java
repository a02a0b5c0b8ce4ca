package dev.apikeys.it.usage;

import static dev.apikeys.it.support.Reports.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Mailbox;
import dev.apikeys.it.support.Reports;
import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.UsageOf;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The same statements on other databases, by a server with few connections to it; all about notices is in {@code
 * cluster.NoticesIT}, all about reports in {@link OutcomesIT}.
 */
@EnabledIfSystemProperty(named = "database", matches = "h2|mariadb")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesOnH2IT {

    private static final int CONNECTIONS = 4;

    private final KeycloakServer server = KeycloakServer.start(ServerOptions.named("it-notices")
            .withDatabase(SharedKeycloak.newDatabase("notices"))
            .withStartOption("db-pool-max-size", Integer.toString(CONNECTIONS))
            .withStartOption("spi-api-keys-notice--mail--interval", "1"));

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void ownersAreTold() {
        TestRealm realm = newRealm();
        try (Mailbox mailbox = new Mailbox()) {
            realm.setAttribute("api-keys.expiry-notice", "1");
            realm.admin()
                    .body(Map.of("smtpServer", mailbox.settings()))
                    .put(realm.adminUrl(""))
                    .then()
                    .statusCode(204);
            Keys keys = new Keys(realm);
            Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).plusSeconds(5);
            NewKey key = keys.create(
                    Map.of("name", "Hers", "userId", realm.users().id("alice"), "expiresAt", tomorrow.toString()));

            assertThat(mailbox.about("Hers", 1).get(0).subject()).isEqualTo("API key Hers expires soon");
            keys.act(key, "revoke");
            assertThat(mailbox.about("Hers", 2).get(1).subject()).isEqualTo("API key Hers was revoked");
        }
    }

    @Test
    void moreReportsOfTheSameKeysThanThereAreConnectionsAreCountedAtTheSameTime() throws Exception {
        TestRealm realm = newRealm();
        Reports reports = new Reports(realm);
        reports.allow();
        Keys keys = new Keys(realm);
        List<NewKey> three = List.of(keys.create(), keys.create(), keys.create());
        reports.send(List.of(entry(three.get(0).id(), "read", 1))).then().statusCode(204);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 6 * CONNECTIONS; i++) {
            String name = "report-" + i;
            List<Map<String, Object>> two = List.of(
                    entry(three.get(i % 3).id(), "sent", 1),
                    entry(three.get((i + 1) % 3).id(), "sent", 1));
            calls.add(() -> Eventually.get(
                    () -> reports.send(name, Map.of("outcomes", two)).statusCode(), status -> status != 503));
        }

        ExecutorService pool = Executors.newFixedThreadPool(3 * CONNECTIONS);
        try {
            for (Future<Integer> status : pool.invokeAll(calls)) {
                assertThat(status.get()).isEqualTo(204);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(three)
                .allSatisfy(key -> assertThat(new UsageOf(realm, key).now().getInt("outcomes.sent"))
                        .isEqualTo(4 * CONNECTIONS));
    }

    private TestRealm newRealm() {
        TestRealm realm = TestRealm.onServer(server, "demo-realm.json");
        realm.importNow();
        return realm;
    }
}
