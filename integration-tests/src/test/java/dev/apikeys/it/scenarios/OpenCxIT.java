package dev.apikeys.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
        assertThat(openCx.scopes())
                .containsExactlyInAnyOrder(
                        "actions:read",
                        "actions:write",
                        "autopilot:read",
                        "autopilot:write",
                        "blocklist:read",
                        "blocklist:write",
                        "chat-sessions:read",
                        "chat-sessions:write",
                        "contacts:read",
                        "contacts:write",
                        "crawl:read",
                        "crawl:write",
                        "csat:read",
                        "csat:write",
                        "email:read",
                        "email:write",
                        "handoff-analytics:read",
                        "help-center:read",
                        "help-center:write",
                        "insights:read",
                        "insights:write",
                        "office-hours:read",
                        "office-hours:write",
                        "org:read",
                        "org:write",
                        "phone:read",
                        "phone:write",
                        "redaction:read",
                        "redaction:write",
                        "sequences:read",
                        "sequences:write",
                        "sip:read",
                        "sip:write",
                        "tags:read",
                        "tags:write",
                        "teams:read",
                        "teams:write",
                        "training:read",
                        "training:write",
                        "whatsapp:read",
                        "whatsapp:write",
                        "widget:read",
                        "widget:write",
                        "workflows:read",
                        "workflows:write");
        openCx.ask(Map.of("scopes", List.of("handoff-analytics:write")))
                .then()
                .statusCode(400)
                .body("field", equalTo("scopes[0]"));
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
    void callsAreNotLimited() {
        openCx.introspect(openCx.create(Map.of()), Map.of())
                .then()
                .body("active", equalTo(true))
                .body("rate_limit", hasSize(0));
    }

    @Test
    void thereIsNoMaximumOfKeys() {
        assertThat(openCx.createMoreThanTheDefault()).allMatch(openCx::isActive);
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
