package dev.apikeys.it.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.FixedClaim;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A token that names a key is good only when it was made from that key, and never means more than it says. */
class TiedTokensIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void allowExchange() {
        Keys.allowMany(realm);
        new KeyTokens(realm).allowExchange("demo-api");
    }

    @Test
    void aTokenOfAKeyIsNoSubjectTokenOfStockExchangeWhichWouldLoseTheTie() {
        Response answer = exchange(tokens.token(keys.create()));

        answer.then().statusCode(400);
        exchange(realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read"))
                .then()
                .statusCode(200);
    }

    @Test
    void aClaimThatNamesTheKeyOfSomebodyElseMakesATokenInactive() {
        NewKey victim =
                keys.create(Map.of("userId", realm.users().id("alice"), "fullAccess", true, "scopes", List.of()));
        realm.admin()
                .body(FixedClaim.mapper("forged", "api_key_id", victim.id(), "String"))
                .post(realm.clients().member("shop-backend") + "/protocol-mappers/models")
                .then()
                .statusCode(201);
        try {
            String forged = realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read");

            tokens.introspect(forged).then().statusCode(200).body("", equalTo(Map.of("active", false)));
        } finally {
            removeForgedMapper();
        }
    }

    @Test
    void aTokenOfAValueThatWasReplacedIsInactiveAndOneOfTheNewValueIsActive() {
        NewKey key = keys.create();
        String old = tokens.token(key);
        tokens.introspect(old).then().body("active", equalTo(true));
        String next = realm.admin()
                .post(realm.adminUrl("/api-keys/" + key.id() + "/rotate"))
                .path("key");

        tokens.introspect(old).then().body("", equalTo(Map.of("active", false)));
        tokens.introspect(tokens.token(new NewKey(key.id(), next))).then().body("active", equalTo(true));
    }

    @Test
    void aTokenThatWasNarrowedToAScopeStaysNarrowAtIntrospection() {
        NewKey key = keys.create(Map.of("fullAccess", true, "scopes", List.of()));
        String token = realm.tokens().clientCredentials("shop-backend", key.value(), "calls:read");

        tokens.introspect(token)
                .then()
                .body("active", equalTo(true))
                .body("scope", equalTo("calls:read"))
                .body("realm_access", nullValue())
                .body("resource_access", nullValue())
                .body("aud", equalTo("demo-api"));
        assertThat(tokens.introspect(keys.create(Map.of("fullAccess", true, "scopes", List.of()))
                                .value())
                        .<Object>path("realm_access"))
                .isNotNull();
    }

    private Response exchange(String subjectToken) {
        return realm.tokens()
                .request(Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "client_id",
                        "demo-api",
                        "client_secret",
                        "demo-api-secret",
                        "subject_token",
                        subjectToken,
                        "subject_token_type",
                        "urn:ietf:params:oauth:token-type:access_token"));
    }

    private static void removeForgedMapper() {
        String mappers = realm.clients().member("shop-backend") + "/protocol-mappers/models";
        String id = realm.admin().get(mappers).path("find { it.name == 'forged' }.id");
        realm.admin().delete(mappers + "/" + id).then().statusCode(204);
    }
}
