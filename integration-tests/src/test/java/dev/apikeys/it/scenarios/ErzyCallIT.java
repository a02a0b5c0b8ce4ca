package dev.apikeys.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.time.Instant;
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
    void theAsteriskIsFullAccessToAllEndpoints() {
        NewKey key = erzyCall.create(Map.of("fullAccess", true));

        erzyCall.call(key.value(), erzyCall.scopes().toArray(String[]::new))
                .then()
                .statusCode(200);
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
    void aMissingOrInvalidKeyIs401() {
        String message = "API key is missing, malformed or unknown";
        isRefused(erzyCall.gateway().get(erzyCall.checkUrl()), 401, "UNAUTHORIZED", message);
        isRefused(erzyCall.call("ek_live_abc123"), 401, "UNAUTHORIZED", message);
    }

    private static void isRefused(Response answer, int status, String code, String message) {
        answer.then().statusCode(status).body("", equalTo(Map.of("error", Map.of("code", code, "message", message))));
    }
}
