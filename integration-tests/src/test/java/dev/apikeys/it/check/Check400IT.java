package dev.apikeys.it.check;

import static dev.apikeys.it.check.Checks.isRefused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Check400IT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);
    private final NewKey key = keys.create();

    @BeforeAll
    static void allowManyKeysAndAGateway() {
        Keys.allowMany(realm);
        ClientAttributes.gateway(realm, "demo-api");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audience  | nobody     | the client id of an enabled client of the realm",
                "audience  | ''         | the client id of a client of the realm",
                "scope     | ''         | names of scopes; nothing of this name where none is needed",
                "scope     | ca\"lls    | names of scopes",
                "scope     | über       | names of scopes",
                "cost      | -1         | a whole number from 0 to 1000",
                "cost      | 1001       | a whole number from 0 to 1000",
                "cost      | much       | a whole number from 0 to 1000",
                "cost      | ''         | a whole number from 0 to 1000",
                "client_ip | here       | an IPv4 or IPv6 address without port",
                "client_ip | 10.0.0.1:1 | an IPv4 or IPv6 address without port",
                "client_ip | ''         | an IPv4 or IPv6 address without port",
                "token     | yes        | true or false",
                "limited   | 200        | 403 or 429",
                "client_id | ''         | the client id of a client of the realm",
                "scopes    | calls:read | no field of this name"
            })
    void aParameterThatCannotBeReadIsNamedWithItsValueAndWhatIsAllowed(String name, String value, String allowed) {
        isRefused(checks.ask(key, Map.of(name, value)), 400, "invalid_request")
                .body("detail", startsWith(name + ": '" + value + "' is not allowed; allowed: " + allowed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audience", "cost", "client_ip", "token", "limited", "client_id"})
    void aParameterStandsThereOnce(String name) {
        isRefused(checks.ask(key, Map.of(name, List.of("1", "1"))), 400, "invalid_request")
                .body("detail", startsWith(name + ": '1 1' is not allowed; allowed: one value"));
    }

    @Test
    void aClientThatIsNoGatewayAsksForItselfAlone() {
        Response other = checks.gateway("other-api", "other-api-secret")
                .header("X-API-Key", key.value())
                .queryParam("audience", "demo-api")
                .get(checks.url());
        Response nobody = checks.gateway("other-api", "other-api-secret")
                .header("X-API-Key", key.value())
                .queryParam("audience", "nobody")
                .get(checks.url());

        isRefused(other, 400, "invalid_request")
                .body(
                        "detail",
                        startsWith("audience: 'demo-api' is not allowed; allowed: the gateway's own client id"));
        isRefused(nobody, 400, "invalid_request")
                .body("detail", equalTo(other.path("detail").toString().replace("demo-api", "nobody")));
    }

    @Test
    void anApiThatIsExemptFromTheAudienceCheckAsksForItself() {
        realm.clients()
                .create(Map.of(
                        "clientId", "exempt-api",
                        "secret", "exempt-api-secret",
                        "attributes", Map.of("allow.token.introspection.without.audience.check", "true")));

        isRefused(checks.ask(key, Map.of("audience", "exempt-api")), 400, "invalid_request")
                .body("detail", containsString("exempt from the audience check"));
        checks.gateway("exempt-api", "exempt-api-secret")
                .header("X-API-Key", key.value())
                .queryParam("audience", "exempt-api")
                .get(checks.url())
                .then()
                .statusCode(200);
    }

    @Test
    void aDisabledApiIsNone() {
        realm.clients().create(Map.of("clientId", "old-api", "secret", "s", "enabled", false));

        isRefused(checks.ask(key, Map.of("audience", "old-api")), 400, "invalid_request")
                .body("detail", startsWith("audience: 'old-api' is not allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audience", "scope", "cost", "client_ip", "token", "limited", "key"})
    void aKeyThatStandsInTheWrongPlaceIsNotRepeated(String name) {
        String text = name.equals("scope") ? key.value() + " \"" : key.value();

        checks.ask(key, Map.of(name, text))
                .then()
                .statusCode(400)
                .body(not(containsString(key.value().substring(9, 40))));
    }

    @Test
    void twoKeysInOneRequestAreOneTooMany() {
        NewKey other = keys.create();

        isRefused(
                        checks.gateway()
                                .header("X-API-Key", key.value())
                                .header("X-API-Key", other.value())
                                .get(checks.url()),
                        400,
                        "invalid_request")
                .body("detail", containsString("one API key"))
                .body(not(containsString(other.value())));
    }

    @Test
    void theSameKeyTwiceIsOneKey() {
        checks.gateway()
                .header("X-API-Key", key.value())
                .header("X-API-Key", key.value())
                .get(checks.url())
                .then()
                .statusCode(200);
    }

    @Test
    void nothingIsCounted() {
        NewKey limited = keys.create(Map.of("limits", List.of("1/hour")));

        isRefused(checks.ask(limited, Map.of("token", "maybe")), 400, "invalid_request");

        checks.ask(limited).then().statusCode(200);
    }
}
