package dev.apikeys.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Seed 004: full access or custom scopes of 23 resources. */
class OpenCxIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.from("opencx-realm.json");

    private final Product openCx = Product.of(realm, "opencx", "workspace");

    @Test
    void resourcesAreTheOnesOfTheDocumentAndHandoffAnalyticsIsReadOnly() {
        assertThat(openCx.resources())
                .containsExactlyInAnyOrder(
                        ("actions autopilot blocklist chat-sessions contacts crawl csat email handoff-analytics"
                                        + " help-center insights office-hours org phone redaction sequences sip tags"
                                        + " teams training whatsapp widget workflows")
                                .split(" "));
        assertThat(openCx.scopes())
                .hasSize(45)
                .contains("handoff-analytics:read", "sip:write")
                .doesNotContain("handoff-analytics:write");
    }

    @Test
    void aFullAccessKeyCallsEveryEndpointAlsoOnesThatCameLater() {
        NewKey key = openCx.create(Map.of("fullAccess", true));
        openCx.call(key.value(), openCx.scopes().toArray(String[]::new)).then().statusCode(200);
        openCx.call(key.value(), "surveys:read").then().statusCode(403);

        String scope = realm.clientScopes()
                .create(Map.of(
                        "name",
                        "surveys:read",
                        "protocol",
                        "openid-connect",
                        "attributes",
                        Map.of("include.in.token.scope", "true")));
        realm.admin()
                .put(realm.clients().member("opencx-workspace") + "/optional-client-scopes/" + scope)
                .then()
                .statusCode(204);

        openCx.call(key.value(), "surveys:read").then().statusCode(200);
        realm.clientScopes().delete("surveys:read");
    }

    @Test
    void aScopedKeyCallsOnlyWhatItWasGranted() {
        NewKey key = openCx.create(Map.of("scopes", List.of("tags:read")));

        openCx.call(key.value(), "tags:read").then().statusCode(200);
        openCx.call(key.value(), "tags:write").then().statusCode(403);
        openCx.call("sk_live_nothing").then().statusCode(401);
    }

    @Test
    void revokingOneKeyLeavesTheOthers() {
        NewKey one = openCx.create(Map.of("name", "Production"));
        NewKey other = openCx.create(Map.of("name", "Staging"));

        openCx.act(one, "revoke").then().statusCode(200);

        assertThat(openCx.isActive(one)).isFalse();
        assertThat(openCx.isActive(other)).isTrue();
    }
}
