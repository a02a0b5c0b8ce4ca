package dev.apikeys.it.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Mailbox;
import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same statements on other databases; all about notices is in {@code cluster.NoticesIT}. */
@EnabledIfSystemProperty(named = "database", matches = "h2|mariadb")
class NoticesOnH2IT {

    @Test
    void ownersAreTold() {
        ServerOptions options = ServerOptions.named("it-notices")
                .withDatabase(SharedKeycloak.newDatabase("notices"))
                .withStartOption("spi-api-keys-notice--mail--interval", "1");
        try (KeycloakServer server = KeycloakServer.start(options);
                Mailbox mailbox = new Mailbox()) {
            TestRealm realm = TestRealm.onServer(server, "demo-realm.json");
            realm.importNow();
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
}
