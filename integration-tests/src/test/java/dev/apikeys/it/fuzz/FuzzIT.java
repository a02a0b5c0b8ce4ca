package dev.apikeys.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Reports;
import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code -Dfuzz.requests=} says how many, {@code -Dfuzz.seed=} repeats a run, and {@code -Dfuzz.first=} begins with the
 * request of that number.
 */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
class FuzzIT {

    private static final long REQUESTS = Long.getLong("fuzz.requests", 100_000);
    private static final long FIRST = Long.getLong("fuzz.first", 0);

    /** The same requests in every run, so that a change is to blame for what a change has broken; others are asked for. */
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    /** With fewer, caches and compiled code still grow, and not every door has been reached. */
    private static final long ENOUGH = 20_000;

    private static final long MEGABYTE = 1 << 20;

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Secrets secrets = new Secrets();

    @BeforeAll
    static void openAllDoors() {
        Keys.allowMany(realm);
        new Reports(realm).allow();
        realm.clients().setAttribute("demo-api", "standard.token.exchange.enabled", "true");
        realm.clients().setAttribute("other-api", "api-keys.open-check", "true");
        // one line of the log for each refusal, which other tests look at
        realm.admin()
                .body(Map.of("eventsListeners", List.of()))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
    }

    @Test
    void noRequestBreaksTheServer() throws InterruptedException, ExecutionException {
        assumeTrue(SharedKeycloak.server() instanceof KeycloakServer, "asks the JVM of a distribution");
        KeycloakServer server = (KeycloakServer) SharedKeycloak.server();
        int logged = server.log().length();
        World world = new World(realm, secrets);
        Campaign campaign = new Campaign(URI.create(server.url()), SEED, world, secrets);
        System.out.printf("fuzzing: -Dfuzz.seed=%d -Dfuzz.first=%d -Dfuzz.requests=%d%n", SEED, FIRST, REQUESTS);

        Instant begin = Instant.now();
        campaign.run(FIRST, FIRST + REQUESTS / 2);
        Vitals half = Vitals.of(server.jvm());
        campaign.run(FIRST + REQUESTS / 2, FIRST + REQUESTS);
        Vitals whole = Vitals.of(server.jvm());
        long millis = Duration.between(begin, Instant.now()).toMillis();

        System.out.printf(
                "%s%n  after the first half %s, after the second %s; %d requests/s%n",
                campaign.findings(), half, whole, REQUESTS * 1_000 / millis);
        assertThat(campaign.findings().faults()).isEmpty();
        assertThat(errors(server.log().substring(logged))).isEmpty();
        if (REQUESTS >= ENOUGH) {
            assertThat(whole.bytes()).isLessThan(half.bytes() + half.bytes() / 20 + 4 * MEGABYTE);
            assertThat(whole.threads()).isLessThan(half.threads() + 10);
            assertThat(campaign.findings().doors())
                    .allSatisfy(door -> assertThat(campaign.findings().successes(door))
                            .as(door)
                            .isPositive());
        }
        assertThat(aGoodKeyIsAccepted(world)).isTrue();
    }

    /** Whatever settings the requests have left behind. */
    private static boolean aGoodKeyIsAccepted(World world) {
        realm.setAttribute("api-keys.prefixes", "sk_live_=live,sk_test_=test");
        realm.setAttribute("api-keys.realm-limit", "");
        return new Keys(realm).introspect(world.steady()).path("active");
    }

    private static List<String> errors(String log) {
        return LogEntries.alarming(log)
                .filter(entry -> !StockFaults.explain(entry))
                .limit(40)
                .toList();
    }
}
