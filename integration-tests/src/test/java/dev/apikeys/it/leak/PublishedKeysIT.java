package dev.apikeys.it.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.GithubAlerts;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GitHub's public keys as Keycloak fetches them: over TLS, with its own truststore, from where the realm says. */
class PublishedKeysIT {

    private static PublishingServer trusted;
    private static PublishingServer stranger;
    private static KeycloakServer server;
    private static TestRealm realm;

    private Keys keys;
    private LeakedKeys leaked;
    private GithubAlerts github;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        trusted = PublishingServer.start(directory, "trusted");
        stranger = PublishingServer.start(directory, "stranger");
        server = KeycloakServer.start(ServerOptions.named("published-keys")
                .withStartOption("truststore-paths", trusted.certificate().toString()));
        realm = TestRealm.onServer(server, "demo-realm.json");
        realm.importNow();
        Keys.allowMany(realm);
        realm.setAttribute("api-keys.github-leaks", "revoke");
    }

    @BeforeEach
    void begin() {
        keys = new Keys(realm);
        leaked = new LeakedKeys(realm);
        github = new GithubAlerts(realm);
    }

    @AfterAll
    static void stop() {
        server.close();
        trusted.close();
        stranger.close();
    }

    @Test
    void anAlertIsBelievedThatIsSignedWithAPublishedKey() {
        AtomicInteger asked = trusted.publish("/keys", github.publicKeys());
        listenAt(trusted.address("/keys"));
        NewKey one = keys.create();
        NewKey two = keys.create();

        isRevoked(one);
        isRevoked(two);

        assertThat(asked).hasValue(1);
    }

    @Test
    void anAlertIsForgedThatIsSignedWithAnotherKey() {
        trusted.publish("/other", new GithubAlerts(realm).publicKeys());
        listenAt(trusted.address("/other"));
        NewKey key = keys.create();

        github.send(GithubAlerts.about(key.value())).then().statusCode(403);

        assertThat(leaked.isActive(key.value())).isTrue();
    }

    @Test
    void aServerWhoseCertificateNobodyTrustsIsNotBelieved() {
        AtomicInteger asked = stranger.publish("/keys", github.publicKeys());
        listenAt(stranger.address("/keys"));

        isNotJudged(keys.create());

        assertThat(asked).hasValue(0);
    }

    @Test
    void aRedirectionIsNotFollowed() {
        AtomicInteger there = trusted.publish("/there", github.publicKeys());
        AtomicInteger here = trusted.redirect("/here", trusted.address("/there"));
        listenAt(trusted.address("/here"));

        isNotJudged(keys.create());

        assertThat(here).hasValue(1);
        assertThat(there).hasValue(0);
    }

    @Test
    void aDocumentBeyondMeasureIsNotRead() {
        trusted.publish("/long", " ".repeat(64 * 1024) + github.publicKeys());
        listenAt(trusted.address("/long"));

        isNotJudged(keys.create());
    }

    private static void listenAt(URI address) {
        realm.setAttribute("api-keys.github-keys", address.toString());
    }

    private void isRevoked(NewKey key) {
        github.send(GithubAlerts.about(key.value())).then().statusCode(200).body("[0].label", equalTo("true_positive"));
        assertThat(leaked.isActive(key.value())).isFalse();
    }

    /** To be sent again, and nothing has happened. */
    private void isNotJudged(NewKey key) {
        github.send(GithubAlerts.about(key.value())).then().statusCode(503).header("Retry-After", "60");
        assertThat(leaked.isActive(key.value())).isTrue();
    }
}
