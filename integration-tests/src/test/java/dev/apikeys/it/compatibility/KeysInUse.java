package dev.apikeys.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.tokens.KeyTokens;
import dev.apikeys.it.tokens.Presentation;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keys of every kind in a copy of the demo realm.
 *
 * @param replaced has the value that {@code rotated} had before, which is still good
 * @param limited is good for two calls a day
 */
record KeysInUse(
        NewKey plain,
        NewKey personal,
        NewKey replaced,
        NewKey rotated,
        NewKey grouped,
        NewKey limited,
        NewKey bound,
        NewKey disabled,
        NewKey revoked) {

    private static final String HOME = "203.0.113.7";

    static KeysInUse make(TestRealm realm) {
        Keys.allowMany(realm);
        realm.setAttribute("api-keys.default-limit", "500/hour");
        ShopScopes scopes = new ShopScopes(realm);
        scopes.group("contact-manager", "contacts:read", "contacts:write");
        scopes.assign("contact-manager");
        Keys keys = new Keys(realm);
        NewKey replaced = keys.create(Map.of("name", "rotated"));
        NewKey disabled = keys.create(Map.of("name", "disabled"));
        NewKey revoked = keys.create(Map.of("name", "revoked"));
        keys.act(disabled, "disable");
        keys.act(revoked, "revoke");
        return new KeysInUse(
                keys.create(Map.of(
                        "name", "plain",
                        "description", "of the website",
                        "environment", "test",
                        "metadata", Map.of("team", "web", "owner", "Zoë"),
                        "expiresAt", Instant.now().plus(30, ChronoUnit.DAYS).toString())),
                keys.create(Map.of("name", "personal", "userId", realm.users().id("alice"))),
                replaced,
                rotate(realm, replaced),
                keys.create(Map.of("name", "grouped", "scopes", List.of(), "scopeGroups", List.of("contact-manager"))),
                keys.create(Map.of("name", "limited", "limits", List.of("2/86400s"))),
                keys.create(Map.of("name", "bound", "allowedIps", List.of("203.0.113.0/24"))),
                disabled,
                revoked);
    }

    private static NewKey rotate(TestRealm realm, NewKey key) {
        Response rotated =
                realm.admin().body(Map.of("overlap", 86_400)).post(realm.adminUrl("/api-keys/" + key.id() + "/rotate"));
        rotated.then().statusCode(200);
        return new NewKey(rotated.path("id"), rotated.path("key"));
    }

    /** Each does what it was made for, and no more, at every kind of door; {@code limited} is used up by that. */
    void doTheirWork(TestRealm realm) {
        Keys keys = new Keys(realm);
        keys.introspect(plain)
                .then()
                .body("active", equalTo(true))
                .body("client_id", equalTo("shop-backend"))
                .body("scope", equalTo("calls:read"))
                .body("api_key.metadata.owner", equalTo("Zoë"))
                .body("rate_limit[0].limit", equalTo(500));
        keys.introspect(plain.value(), Map.of("scope", "calls:write"))
                .then()
                .body("error", equalTo("insufficient_scope"));
        new KeyTokens(realm)
                .request(Presentation.BASIC, plain.value())
                .then()
                .statusCode(200)
                .body("access_token", notNullValue());
        keys.introspect(personal).then().body("active", equalTo(true)).body("username", equalTo("alice"));
        realm.user("alice")
                .get(realm.realmUrl("/api-keys/account"))
                .then()
                .statusCode(200)
                .body("id", hasItem(personal.id()));
        keys.introspect(replaced).then().body("api_key.id", equalTo(rotated.id()));
        keys.introspect(rotated).then().body("api_key.id", equalTo(replaced.id()));
        assertThat(new ShopScopes(realm).introspected(grouped)).isEqualTo(Set.of("contacts:read", "contacts:write"));
        keys.introspect(bound.value(), Map.of("client_ip", HOME)).then().body("active", equalTo(true));
        keys.introspect(bound.value(), Map.of("client_ip", "198.51.100.1"))
                .then()
                .body("error", equalTo("ip_denied"));
        keys.introspect(limited).then().body("active", equalTo(true));
        keys.introspect(limited).then().body("rate_limit[0].remaining", equalTo(0));
        keys.introspect(limited).then().body("error", equalTo("rate_limit_exceeded"));
        keys.introspect(disabled).then().body("error", equalTo("key_disabled"));
        keys.introspect(revoked).then().body("error", equalTo("key_revoked"));
    }

    /** What can be done to keys can be done to these. */
    void canBeChanged(TestRealm realm) {
        Keys keys = new Keys(realm);
        keys.act(disabled, "enable");
        keys.introspect(disabled).then().body("active", equalTo(true));
        keys.act(plain, "revoke");
        keys.introspect(plain).then().body("error", equalTo("key_revoked"));
        keys.introspect(keys.create()).then().body("active", equalTo(true));
    }
}
