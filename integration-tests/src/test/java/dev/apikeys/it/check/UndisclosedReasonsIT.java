package dev.apikeys.it.check;

import static dev.apikeys.it.check.Checks.isRefused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A realm that does not tell why a key is refused. */
class UndisclosedReasonsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);

    @BeforeAll
    static void discloseNothing() {
        Keys.allowMany(realm);
        ClientAttributes.gateway(realm, "demo-api");
        realm.setAttribute("api-keys.disclose-reason", "false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revoke", "disable"})
    void aStoppedKeyIsAnsweredAsAnUnknownOne(String action) {
        NewKey key = keys.create();
        keys.act(key, action);
        String unknown = checks.gateway()
                .header("X-API-Key", "nonsense")
                .get(checks.url())
                .asString();

        isRefused(checks.ask(key), 401, "unauthorized").body(equalTo(unknown));
    }

    @Test
    void allThatIsForbiddenIsForbiddenAlike() {
        NewKey key = keys.create(Map.of("allowedIps", List.of("203.0.113.7")));
        String scope = checks.ask(key, Map.of("client_ip", "203.0.113.7", "scope", "calls:write"))
                .asString();

        isRefused(checks.ask(key), 403, "forbidden")
                .body("type", equalTo("urn:keycloak:params:api-keys:error:forbidden"))
                .body(equalTo(scope));
        isRefused(checks.ask(key, Map.of("client_ip", "203.0.113.7", "scope", "calls:write")), 403, "forbidden")
                .header("WWW-Authenticate", not(containsString("calls:write")));
        isRefused(checks.ask(key, Map.of("audience", "other-api")), 403, "forbidden")
                .body(equalTo(scope));
    }

    @Test
    void aUsedUpLimitIsToldAllTheSame() {
        NewKey key = keys.create(Map.of("limits", List.of("1/hour")));
        checks.ask(key).then().statusCode(200);

        isRefused(checks.ask(key), 429, "rate_limit_exceeded").header("X-RateLimit-Remaining", "0");
    }
}
