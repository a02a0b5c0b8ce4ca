package dev.apikeys.it.check;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Check200IT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);

    @BeforeAll
    static void allowManyKeysAndAGateway() {
        Keys.allowMany(realm);
        ClientAttributes.gateway(realm, "other-api");
    }

    @Nested
    class AGoodKey {

        private final NewKey key =
                keys.create(Map.of("scopes", List.of("contacts:read", "calls:read"), "limits", List.of("60/minute")));

        @Test
        void isAnsweredWithAnEmptyBodyThatNobodyKeeps() {
            checks.ask(key)
                    .then()
                    .statusCode(200)
                    .header("Content-Length", "0")
                    .header("Cache-Control", "no-store")
                    .header("X-Api-Key-Error", nullValue())
                    .header("WWW-Authenticate", nullValue())
                    .header("Authorization", nullValue())
                    .body(blankOrNullString());
        }

        @Test
        void isNamedWithItsClientSubjectAndEffectiveScopes() {
            String subject = realm.admin()
                    .get(realm.clients().member("shop-backend") + "/service-account-user")
                    .path("id");

            checks.ask(key)
                    .then()
                    .header("X-Api-Key-Id", key.id())
                    .header("X-Api-Key-Client", "shop-backend")
                    .header("X-Api-Key-Subject", subject)
                    .header("X-Api-Key-Scope", "calls:read contacts:read");
        }

        @Test
        void isGoodForScopesThatItHas() {
            checks.ask(key, Map.of("scope", "calls:read contacts:read")).then().statusCode(200);
            checks.ask(key, Map.of("scope", List.of("calls:read", "contacts:read")))
                    .then()
                    .statusCode(200);
        }

        @Test
        void replacesWhatACallerClaimsAlsoWhenItHasNoScopes() {
            realm.clients()
                    .create(Map.of(
                            "clientId",
                            "scopeless-shop",
                            "secret",
                            "s",
                            "serviceAccountsEnabled",
                            true,
                            "defaultClientScopes",
                            List.of(),
                            "optionalClientScopes",
                            List.of(),
                            "attributes",
                            Map.of("api-keys.enabled", "true")));
            NewKey scopeless =
                    keys.create(Map.of("clientId", "scopeless-shop", "fullAccess", true, "scopes", List.of()));

            realm.clients().setAttribute("demo-api", "allow.token.introspection.without.audience.check", "true");
            Response answer = checks.ask(scopeless);
            realm.clients().setAttribute("demo-api", "allow.token.introspection.without.audience.check", "false");

            answer.then().statusCode(200);
            assertThat(answer.headers().hasHeaderWithName("X-Api-Key-Scope")).isTrue();
            assertThat(answer.header("X-Api-Key-Scope")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"})
        void isGoodWhateverTheMethod(String method) {
            checks.gateway()
                    .header("X-API-Key", key.value())
                    .request(method, checks.url())
                    .then()
                    .statusCode(200)
                    .header("X-Api-Key-Id", key.id());
        }

        @Test
        void isTheNamedApisKeyWhenTheGatewayIsAnotherClient() {
            checks.gateway("other-api", "other-api-secret")
                    .header("X-API-Key", key.value())
                    .queryParam("audience", "demo-api")
                    .get(checks.url())
                    .then()
                    .statusCode(200);
        }

        @Test
        void mayHaveABearerTokenBesideIt() {
            given().header("X-API-Key", key.value())
                    .header("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.")
                    .queryParam("audience", openAudience())
                    .get(checks.url())
                    .then()
                    .statusCode(200);
        }
    }

    @Nested
    class Limits {

        @Test
        void areToldInTheFieldsOfTheDraftAndInThoseBeforeIt() {
            NewKey key = keys.create(Map.of("limits", List.of("60/minute")));
            long before = Instant.now().getEpochSecond();

            Response answer = checks.ask(key);

            answer.then()
                    .header("RateLimit-Policy", "\"key\";q=60;w=60")
                    .header("RateLimit", "\"key\";r=59;t=60")
                    .header("X-RateLimit-Limit", "60")
                    .header("X-RateLimit-Remaining", "59")
                    .header("Retry-After", nullValue());
            assertThat(Long.parseLong(answer.header("X-RateLimit-Reset"))).isBetween(before + 59, before + 65);
        }

        @Test
        void haveNamesOfTheirOwnWhenThereAreSeveral() {
            NewKey key = keys.create(Map.of("limits", List.of("1000/hour", "5/10s")));

            checks.ask(key)
                    .then()
                    .header("RateLimit-Policy", "\"key-hour\";q=1000;w=3600, \"key-10s\";q=5;w=10")
                    .header("RateLimit", "\"key-hour\";r=999;t=3600, \"key-10s\";r=4;t=10")
                    .header("X-RateLimit-Limit", "5")
                    .header("X-RateLimit-Remaining", "4");
        }

        @Test
        void areNotToldWhereThereAreNone() {
            checks.ask(keys.create(Map.of("limits", List.of())))
                    .then()
                    .statusCode(200)
                    .header("RateLimit", nullValue())
                    .header("RateLimit-Policy", nullValue())
                    .header("X-RateLimit-Limit", nullValue());
        }

        @Test
        void areCountedByCost() {
            NewKey key = keys.create(Map.of("limits", List.of("60/minute")));

            checks.ask(key, Map.of("cost", 10)).then().header("X-RateLimit-Remaining", "50");
            checks.ask(key, Map.of("cost", 0)).then().header("X-RateLimit-Remaining", "50");
            keys.introspect(key).then().body("rate_limit[0].remaining", equalTo(49));
        }
    }

    @Nested
    class APersonalKey {

        @Test
        void namesItsUserAsSubject() {
            String alice = realm.users().id("alice");
            NewKey key = keys.create(Map.of("userId", alice));

            checks.ask(key).then().statusCode(200).header("X-Api-Key-Subject", alice);
        }
    }

    private static String openAudience() {
        ClientAttributes.openChecks(realm, "demo-api", "true");
        return "demo-api";
    }
}
