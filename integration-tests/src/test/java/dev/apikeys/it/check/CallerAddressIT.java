package dev.apikeys.it.check;

import static dev.apikeys.it.check.Checks.isRefused;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a gateway's caller is. */
class CallerAddressIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);
    private final NewKey key = keys.create(Map.of("allowedIps", List.of("203.0.113.0/24", "2001:db8::/32")));

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7",
                "10.0.0.1, 203.0.113.7",
                "unknown,203.0.113.7",
                "2001:db8::1",
                "::ffff:203.0.113.7"
            })
    void isTheRightmostAddressThatTheGatewayForwardsFor(String forwarded) {
        forwarded(forwarded).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"203.0.113.7, 10.0.0.1", "203.0.113.7, unknown", "203.0.113.7,", "203.0.113.7:80", "_hidden", ","
            })
    void isNotWhatTheCallerWroteBeforeIt(String forwarded) {
        isRefused(forwarded(forwarded), 403, "ip_denied");
    }

    @Test
    void isInTheLastFieldLineWhenThereAreSeveral() {
        request()
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-For", "203.0.113.7")
                .get(checks.url())
                .then()
                .statusCode(200);
        isRefused(
                request()
                        .header("X-Forwarded-For", "203.0.113.7")
                        .header("X-Forwarded-For", "10.0.0.1")
                        .get(checks.url()),
                403,
                "ip_denied");
    }

    @Test
    void isWhatTheGatewaySaysInTheQueryBeforeAnythingElse() {
        request()
                .header("X-Forwarded-For", "10.0.0.1")
                .queryParam("client_ip", "203.0.113.7")
                .get(checks.url())
                .then()
                .statusCode(200);
    }

    @Test
    void isUnknownWhenTheGatewaySaysNothingBecauseTheConnectionIsItsOwn() {
        NewKey ofThisMachine = keys.create(Map.of("allowedIps", List.of("127.0.0.1")));

        isRefused(checks.ask(ofThisMachine), 403, "ip_denied");
        isRefused(checks.ask(key), 403, "ip_denied");
    }

    private Response forwarded(String value) {
        return request().header("X-Forwarded-For", value).get(checks.url());
    }

    private RequestSpecification request() {
        return checks.gateway().header("X-API-Key", key.value());
    }
}
