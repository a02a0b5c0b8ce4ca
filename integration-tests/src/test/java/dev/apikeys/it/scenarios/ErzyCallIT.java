package dev.apikeys.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seed 000: scopes and {@code *}, two environments, errors as objects. */
class ErzyCallIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.from("erzycall-realm.json");

    private final Product erzyCall = Product.of(realm, "erzycall", "customer");

    @ParameterizedTest
    @CsvSource({"live, ek_live_", "test, ek_test_"})
    void keysBeginWithTheirEnvironment(String environment, String prefix) {
        NewKey key = erzyCall.create(Map.of("environment", environment));

        assertThat(key.value()).startsWith(prefix);
        erzyCall.introspect(key, Map.of()).then().body("api_key.environment", equalTo(environment));
    }

    @Test
    void theKeyIsShownOnce() {
        NewKey key = erzyCall.create(Map.of());

        assertThat(erzyCall.read(key).then().body("key", nullValue()).extract().asString())
                .doesNotContain(key.value());
    }

    @Test
    void scopesAreTheOnesOfTheDocument() {
        assertThat(erzyCall.scopes())
                .containsExactlyInAnyOrder(
                        "calls:read",
                        "calls:write",
                        "contacts:read",
                        "contacts:write",
                        "contact_groups:read",
                        "cases:read",
                        "assistants:read",
                        "assistants:write",
                        "phone_numbers:read",
                        "webhooks:read",
                        "webhooks:write");
    }

    @Test
    void callsAreNotLimited() {
        erzyCall.introspect(erzyCall.create(Map.of()), Map.of())
                .then()
                .body("active", equalTo(true))
                .body("rate_limit", hasSize(0));
    }

    @Test
    void thereIsNoMaximumOfKeys() {
        assertThat(erzyCall.createMoreThanTheDefault()).allMatch(erzyCall::isActive);
    }

    @Test
    void theAsteriskIsFullAccessToAllEndpoints() {
        NewKey key = erzyCall.create(Map.of("scopeGroups", List.of("*")));
        String[] all = erzyCall.scopes().toArray(String[]::new);

        erzyCall.call(key.value(), all).then().statusCode(200);
        erzyCall.read(key).then().body("fullAccess", equalTo(false)).body("scopeGroups", equalTo(List.of("*")));
        assertThat(erzyCall.membersOf("*")).filteredOn(Product::isScope).containsExactlyInAnyOrder(all);
        assertThat(erzyCall.catalogue().<String>getList("groups.find { it.name == '*' }.includes"))
                .filteredOn(Product::isScope)
                .containsExactlyInAnyOrder(all);
    }

    @Test
    void theAsteriskCoversEndpointsThatCameLater() {
        NewKey key = erzyCall.create(Map.of("scopeGroups", List.of("*")));
        erzyCall.call(key.value(), "invoices:read").then().statusCode(403);

        String scope = realm.clientScopes()
                .create(Map.of(
                        "name",
                        "invoices:read",
                        "protocol",
                        "openid-connect",
                        "attributes",
                        Map.of("include.in.token.scope", "true")));
        realm.admin()
                .put(realm.clients().member("erzycall-customer") + "/optional-client-scopes/" + scope)
                .then()
                .statusCode(204);

        erzyCall.call(key.value(), "invoices:read").then().statusCode(200);
        realm.clientScopes().delete("invoices:read");
    }

    @Test
    void aKeyCallsWhatItsScopesAllow() {
        NewKey key = erzyCall.scoped("calls:read");

        erzyCall.call(key.value(), "calls:read").then().statusCode(200);
        isRefused(
                erzyCall.call(key.value(), "calls:write"),
                403,
                "INSUFFICIENT_SCOPE",
                "API key lacks required scope: calls:write");
    }

    @Test
    void anExpiredKeyIs401() {
        NewKey key =
                erzyCall.create(Map.of("expiresAt", Instant.now().plusSeconds(2).toString()));

        Response answer = Eventually.get(() -> erzyCall.call(key.value()), response -> response.statusCode() == 401);

        isRefused(answer, 401, "KEY_EXPIRED", "API key has expired");
    }

    @Test
    void revocationIsImmediateAndCannotBeUndone() {
        NewKey key = erzyCall.create(Map.of());
        erzyCall.call(key.value()).then().statusCode(200);

        erzyCall.act(key, "revoke").then().statusCode(200);

        isRefused(erzyCall.call(key.value()), 401, "KEY_REVOKED", "API key has been revoked");
        erzyCall.act(key, "enable").then().statusCode(409);
        erzyCall.call(key.value()).then().statusCode(401);
    }

    @Test
    void onlyAdministratorsRevokeKeys() {
        NewKey key = erzyCall.create(Map.of());

        erzyCall.revokeByPossession(key).then().statusCode(404).body("error", equalTo("not_found"));
        erzyCall.actAsBusiness(key, "revoke", "calls:read").then().statusCode(403);

        erzyCall.read(key).then().body("status", equalTo("active"));
        assertThat(erzyCall.isActive(key)).isTrue();
    }

    @Test
    void aMissingOrInvalidKeyIs401() {
        String message = "Missing or invalid X-API-Key header";
        isRefused(erzyCall.gateway().get(erzyCall.checkUrl()), 401, "UNAUTHORIZED", message);
        isRefused(erzyCall.call("ek_live_abc123"), 401, "UNAUTHORIZED", message);
    }

    private static void isRefused(Response answer, int status, String code, String message) {
        answer.then().statusCode(status).body("", equalTo(Map.of("error", Map.of("code", code, "message", message))));
    }
}
