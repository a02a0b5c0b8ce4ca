package dev.apikeys.it.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.FixedClaim;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Claims made by protocol mappers may be as old as the realm says; nothing else may. */
class ClaimsAgeIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String LONG = "3600";

    private final Keys keys = new Keys(realm);
    private NewKey key;

    @BeforeEach
    void makeAKey() {
        Keys.allowMany(realm);
        key = keys.create();
        shopSays("one");
        realm.setAttribute("api-keys.claims-max-age", "0");
        assertThat(color()).isEqualTo("one");
    }

    @Test
    void aClaimStaysAsLongAsItMay() {
        realm.setAttribute("api-keys.claims-max-age", LONG);
        NewKey own = keys.create(Map.of("scopes", List.of("calls:read", "contacts:read")));
        assertThat(color(own)).isEqualTo("one");

        shopSays("another");

        assertThat(color(own)).isEqualTo("one");
    }

    @Test
    void aClaimIsMadeAnewWhenItIsOlder() {
        realm.setAttribute("api-keys.claims-max-age", "1");
        color();

        shopSays("another");

        Eventually.get(this::color, "another"::equals);
    }

    @Test
    void withoutAgeEveryClaimIsMadeAnew() {
        shopSays("another");

        assertThat(color()).isEqualTo("another");
    }

    @Test
    void whatTheKeyItselfSaysIsNeverOld() {
        realm.setAttribute("api-keys.claims-max-age", LONG);
        keys.introspect(key);

        keys.change(key, Map.of("name", "renamed", "scopes", List.of("calls:read", "calls:write")));

        keys.introspect(key)
                .then()
                .body("api_key.name", equalTo("renamed"))
                .body("scope", equalTo("calls:read calls:write"));
    }

    @Test
    void aDisabledKeyIsInactiveAtOnce() {
        realm.setAttribute("api-keys.claims-max-age", LONG);
        keys.introspect(key);

        keys.act(key, "disable");

        keys.introspect(key).then().body("active", equalTo(false));
    }

    @Test
    void twoKeysWithTheSameScopesHaveTheirOwnAnswers() {
        realm.setAttribute("api-keys.claims-max-age", LONG);
        NewKey other = keys.create(Map.of("name", "another key"));
        keys.introspect(key).then().body("jti", equalTo(key.id()));

        keys.introspect(other).then().body("jti", equalTo(other.id())).body("api_key.name", equalTo("another key"));
    }

    private String color() {
        return color(key);
    }

    private String color(NewKey of) {
        Response answer = keys.introspect(of);
        answer.then().body("active", equalTo(true));
        return answer.path("color");
    }

    /** Makes keys with {@code calls:read} carry the claim. */
    private void shopSays(String color) {
        String mappers = realm.clientScopes().member("calls:read") + "/protocol-mappers/models";
        realm.admin().get(mappers).then().statusCode(200).extract().jsonPath().<Map<String, Object>>getList("").stream()
                .filter(mapper -> "color".equals(mapper.get("name")))
                .forEach(mapper -> realm.admin()
                        .delete(mappers + "/" + mapper.get("id"))
                        .then()
                        .statusCode(204));
        realm.admin()
                .body(FixedClaim.mapper("color", "color", color, "String"))
                .post(mappers)
                .then()
                .statusCode(201);
    }
}
