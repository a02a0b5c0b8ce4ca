package dev.apikeys.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.UsageOf;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Seed 001: read and write per resource, the list of what has ended, usage in three windows. */
class VoiceAgentsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.from("voice-agents-realm.json");

    private final Product voice = Product.of(realm, "voice-agents", "workspace");

    @Test
    void resourcesAreTheOnesOfTheDocumentAndAnalyticsIsReadOnly() {
        assertThat(voice.scopes())
                .containsExactlyInAnyOrder(
                        "calls:read",
                        "calls:write",
                        "leads:read",
                        "leads:write",
                        "agents:read",
                        "agents:write",
                        "analytics:read",
                        "contacts:read",
                        "contacts:write",
                        "knowledge_base:read",
                        "knowledge_base:write",
                        "integrations:read",
                        "integrations:write");
        voice.ask(Map.of("scopes", List.of("analytics:write")))
                .then()
                .statusCode(400)
                .body("field", equalTo("scopes[0]"));
    }

    @Test
    void atLeastOnePermissionIsGranted() {
        voice.ask(Map.of("scopes", List.of())).then().statusCode(400);
    }

    @Test
    void callsAreNotLimited() {
        voice.introspect(voice.create(Map.of()), Map.of())
                .then()
                .body("active", equalTo(true))
                .body("rate_limit", hasSize(0));
    }

    @Test
    void thereIsNoMaximumOfKeys() {
        assertThat(voice.createMoreThanTheDefault()).allMatch(voice::isActive);
    }

    @Test
    void aKeyHasAName() {
        voice.ask(Map.of("name", " ")).then().statusCode(400).body("field", equalTo("name"));
        voice.read(voice.create(Map.of("name", "Production Backend")))
                .then()
                .body("name", equalTo("Production Backend"));
    }

    @Test
    void writeDoesNotIncludeRead() {
        NewKey writer = voice.scoped("contacts:write");
        NewKey both = voice.scoped("contacts:write", "contacts:read");

        voice.call(writer.value(), "contacts:write").then().statusCode(200);
        voice.call(writer.value(), "contacts:read").then().statusCode(403);
        voice.call(both.value(), "contacts:read").then().statusCode(200);
    }

    @Test
    void anExpiryIsOptionalAndEndsTheKey() {
        NewKey lasting = voice.create(Map.of());
        NewKey ending =
                voice.create(Map.of("expiresAt", Instant.now().plusSeconds(2).toString()));

        Eventually.get(() -> voice.isActive(ending), active -> !active);
        assertThat(voice.isActive(lasting)).isTrue();
        listed("expired", ending);
    }

    @Test
    void revokedKeysAreKeptForAuditAndCannotBeReactivated() {
        NewKey key = voice.create(Map.of());

        voice.act(key, "revoke").then().statusCode(200);

        listed("revoked", key);
        voice.act(key, "enable").then().statusCode(409);
        voice.act(key, "rotate").then().statusCode(409);
        assertThat(voice.isActive(key)).isFalse();
    }

    @Test
    void usageIsShownForADayAWeekAndAMonth() {
        NewKey key = voice.create(Map.of());
        voice.isActive(key);
        voice.isActive(key);
        Eventually.get(() -> used(key, Duration.ofHours(24), "hour"), total -> total == 2);

        assertThat(used(key, Duration.ofDays(7), "day")).isEqualTo(2);
        assertThat(used(key, Duration.ofDays(30), "day")).isEqualTo(2);
    }

    private long used(NewKey key, Duration time, String bucket) {
        return new UsageOf(realm, key)
                .ask(Map.of("from", Instant.now().minus(time).toString(), "bucket", bucket))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("total");
    }

    private static void listed(String status, NewKey key) {
        realm.admin()
                .queryParam("status", status)
                .get(realm.adminUrl("/api-keys"))
                .then()
                .statusCode(200)
                .body("id", hasItem(key.id()))
                .body("findAll { it.status != '" + status + "' }", hasSize(0));
    }
}
