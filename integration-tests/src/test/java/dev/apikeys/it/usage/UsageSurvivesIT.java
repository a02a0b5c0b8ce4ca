package dev.apikeys.it.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Reports;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.UsageOf;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.PostgresServer;
import dev.apikeys.server.ServerOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What a node has counted when it ends. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
class UsageSurvivesIT {

    private static final int WRITTEN = 30;
    private static final int NOT_YET = 20;

    @Test
    void aNodeThatIsKilledLosesWhatCameAfterTheLastTurnAndOneThatStopsLosesNothing() {
        try (PostgresServer postgres = PostgresServer.start()) {
            ServerOptions options = ServerOptions.named("it-usage")
                    .withDatabase(postgres.createDatabase("usage"))
                    .keepingData();
            TestRealm realm;
            NewKey key;
            try (KeycloakServer first = KeycloakServer.start(options)) {
                realm = TestRealm.onServer(first, "demo-realm.json");
                realm.importNow();
                key = new Keys(realm).create();
                use(realm, key, WRITTEN);
                new UsageOf(realm, key).after(WRITTEN);
                new Reports(realm).allow();
                report(realm, key);
                use(realm, key, NOT_YET);
                first.kill();
            }
            long kept;
            try (KeycloakServer second = KeycloakServer.start(options)) {
                TestRealm now = realm.on(second);
                kept = new UsageOf(now, key).now().getLong("total");
                assertThat(kept).isBetween((long) WRITTEN, (long) WRITTEN + NOT_YET);
                report(now, key);
                assertThat(new UsageOf(now, key).now().getLong("outcomes.sent")).isEqualTo(7);
                use(now, key, NOT_YET);
            }
            try (KeycloakServer third = KeycloakServer.start(options)) {
                assertThat(new UsageOf(realm.on(third), key).now().getLong("total"))
                        .isEqualTo(kept + NOT_YET);
            }
        }
    }

    /** The same each time. */
    private static void report(TestRealm realm, NewKey key) {
        new Reports(realm)
                .send("the-only-one", Map.of("outcomes", List.of(Reports.entry(key.id(), "sent", 7))))
                .then()
                .statusCode(204);
    }

    private static void use(TestRealm realm, NewKey key, int calls) {
        Keys keys = new Keys(realm);
        for (int call = 0; call < calls; call++) {
            keys.introspect(key).then().statusCode(200);
        }
    }
}
