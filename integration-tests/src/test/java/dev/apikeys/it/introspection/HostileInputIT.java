package dev.apikeys.it.introspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @RegisterExtension
    static final TestRealm otherRealm = TestRealm.fromDemo();

    private static final Map<String, Object> INACTIVE = Map.of("active", false);

    private final Keys keys = new Keys(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Nested
    class AsToken {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "sk_live_",
                    "sk_live_\u0000",
                    "\u0000",
                    "sk_live_äöü€😀",
                    "sk_live_00000000000000000000000000000000000000",
                    "sk_live_' or '1'='1",
                    "../../admin",
                    "eyJhbGciOiJub25lIn0.e30.",
                    "a.b.c"
                })
        void whatIsNoKeyIsInactive(String token) {
            for (Map<String, String> hint : List.of(Map.<String, String>of(), Map.of("token_type_hint", "api_key"))) {
                keys.introspect(token, hint).then().statusCode(200).body("", equalTo(INACTIVE));
            }
        }

        @Test
        void aMegabyteIsInactiveOrRefused() {
            Response answer = keys.introspect("sk_live_" + "a".repeat(1 << 20), Map.of());

            if (answer.statusCode() == 200) {
                answer.then().body("", equalTo(INACTIVE));
            } else {
                assertThat(answer.statusCode()).isBetween(400, 499);
            }
        }

        @Test
        void aKeyOfAnotherRealmIsInactive() {
            NewKey foreign = new Keys(otherRealm).create();

            keys.introspect(foreign).then().statusCode(200).body("", equalTo(INACTIVE));
            new Keys(otherRealm).introspect(foreign).then().body("active", equalTo(true));
        }

        @Test
        void aKeyWithAnyOneCharacterChangedIsInactive() {
            NewKey key = keys.create();

            for (int i = 0; i < key.value().length(); i++) {
                char other = key.value().charAt(i) == 'x' ? 'y' : 'x';
                String changed =
                        key.value().substring(0, i) + other + key.value().substring(i + 1);
                keys.introspect(changed, Map.of()).then().statusCode(200).body("", equalTo(INACTIVE));
            }
            keys.introspect(key).then().body("active", equalTo(true));
        }

        @Test
        void aSecondTokenIsABadRequest() {
            NewKey key = keys.create();

            given().auth()
                    .preemptive()
                    .basic("demo-api", "demo-api-secret")
                    .formParam("token", key.value(), key.value())
                    .post(realm.realmUrl("/protocol/openid-connect/token/introspect"))
                    .then()
                    .statusCode(400);
        }
    }

    @Nested
    class AsParameter {

        private final NewKey key = keys.create();

        @ParameterizedTest
        @CsvSource({
            "client_ip, localhost, an IPv4 or IPv6 address",
            "client_ip, 1.2.3.4:80, an IPv4 or IPv6 address",
            "client_ip, '1.2.3.4, 5.6.7.8', an IPv4 or IPv6 address",
            "cost, -1, a whole number from 0 to 1000",
            "cost, 1001, a whole number from 0 to 1000",
            "cost, ten, a whole number from 0 to 1000"
        })
        void whatCannotBeReadIsABadRequestThatNamesIt(String name, String value, String allowed) {
            keys.introspect(key.value(), Map.of(name, value))
                    .then()
                    .statusCode(400)
                    .body("error", equalTo("invalid_request"))
                    .body("error_description", containsString(name + ": '" + value + "'"))
                    .body("error_description", containsString(allowed));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u0000", "calls:read\u0000", "' or 1=1 --", "\n\n"})
        void anOddScopeIsAScopeThatTheKeyLacks(String scope) {
            Response answer = keys.introspect(key.value(), Map.of("scope", scope));

            answer.then().statusCode(200);
            assertThat(answer.<Boolean>path("active")).isEqualTo(scope.isBlank());
        }

        @Test
        void anUnknownHintIsRefusedAsInStockKeycloak() {
            keys.introspect(key.value(), Map.of("token_type_hint", "nonsense"))
                    .then()
                    .statusCode(400);
        }
    }

    @Nested
    class AsName {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'; drop table API_KEY; --",
                    "\" or \"\"=\"",
                    "${jndi:ldap://127.0.0.1/a}",
                    "<script>alert(1)</script>",
                    "%s%n%x",
                    "naïve 😀 名前"
                })
        void anyTextIsKeptAsItIs(String name) {
            NewKey key = keys.create(Map.of("name", name));

            keys.introspect(key).then().body("active", equalTo(true)).body("api_key.name", equalTo(name));
        }

        @ParameterizedTest
        @ValueSource(strings = {"two\nlines", "a\rb", "nul\u0000", "\u001b[31mred"})
        void controlCharactersAreRefusedSoThatNoLogLineCanBeForged(String name) {
            realm.createKey(Map.of("name", name, "clientId", "shop-backend", "fullAccess", true))
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("name"));
        }
    }
}
