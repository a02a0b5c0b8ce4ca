package dev.apikeys.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.Database;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import dev.apikeys.server.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A Keycloak with keys gives way to a newer one on the same database. */
@EnabledIfSystemProperty(
        named = "upgrade.distribution",
        matches = ".+",
        disabledReason = "-Pupgrade fetches an older Keycloak")
class UpgradeIT {

    private static final Path OLD = Path.of(System.getProperty("upgrade.distribution", ""));

    @Test
    void losesNothingAndAllKeysWorkAsBefore(@TempDir Path directory) {
        Workspace workspace = Workspace.current();
        assumeFalse(OLD.equals(workspace.distribution()), () -> "nothing is newer than " + OLD.getFileName());
        Database database = LastingDatabase.create("upgrade", directory);
        Inventory inventory = new Inventory(Instant.now());
        TestRealm realm;
        KeysInUse keys;
        Map<String, @Nullable Object> before;
        try (KeycloakServer old = KeycloakServer.start(
                ServerOptions.named("it-old").withDatabase(database), workspace.withDistribution(OLD))) {
            realm = TestRealm.onServer(old, "demo-realm.json");
            realm.importNow();
            keys = KeysInUse.make(realm);
            keys.doTheirWork(realm);
            inventory.awaitUsage(realm, keys.limited(), 3);
            before = inventory.ofKeys(realm);
        }

        try (KeycloakServer successor =
                KeycloakServer.start(ServerOptions.named("it-jar").withDatabase(database))) {
            TestRealm now = realm.on(successor);
            Map<String, @Nullable Object> after = inventory.ofKeys(now);
            before.forEach((question, answer) ->
                    assertThat(after.get(question)).as(question).isEqualTo(answer));
            keys.doTheirWork(now);
            keys.canBeChanged(now);
        }
    }
}
