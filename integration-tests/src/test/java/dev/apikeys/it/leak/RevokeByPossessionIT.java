package dev.apikeys.it.leak;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.Transfers;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RevokeByPossessionIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final LeakedKeys leaked = new LeakedKeys(realm);
    private final String url = realm.realmUrl("/api-keys/revoke");

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Test
    void whoeverHasTheValueEndsTheKeyAtOnce() {
        List<Function<String, Response>> ways = List.of(
                value -> given().formParam("key", value)
                        .formParam("token_type_hint", "api_key")
                        .post(url),
                value -> given().formParam("token", value).post(url),
                value -> json("{\"key\":\"" + value + "\",\"why\":[1]}"),
                value -> json("{\"token\":\" " + value + " \"}"),
                value -> given().header("X-API-Key", value).post(url),
                value -> given().header("Authorization", "apikey " + value).post(url),
                value -> given().header("X-API-Key", value)
                        .formParam("key", value)
                        .post(url));
        for (Function<String, Response> way : ways) {
            NewKey key = keys.create();
            assertThat(leaked.isActive(key.value())).isTrue();

            assertDone(way.apply(key.value()));

            assertThat(leaked.isActive(key.value())).isFalse();
            assertThat(leaked.field(key, "status")).isEqualTo("revoked");
            assertThat(leaked.field(key, "revokedBy")).isEqualTo("possessor");
            leaked.assertOneEvent(key, "revoke", "\"reportedBy\":\"possessor\"");
        }
    }

    private Response json(String body) {
        return given().contentType(ContentType.JSON).body(body).post(url);
    }

    private Response show(String value) {
        return given().formParam("key", value).post(url);
    }

    private static void assertDone(Response response) {
        response.then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .header("Access-Control-Allow-Origin", nullValue())
                .body(emptyString());
    }

    @Test
    void theAnswerIsTheSameWhereThereIsNothingToEnd() {
        NewKey key = keys.create();
        show(key.value());
        Object revokedAt = leaked.field(key, "revokedAt");
        String known = headers(show(key.value()));

        for (String other : List.of(
                "x",
                "sk_live_00000000000000000000000000000000000000",
                "sk_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Qk",
                "eyJhbGciOiJub25lIn0.e30.")) {
            Response response = show(other);
            assertDone(response);
            assertThat(headers(response)).isEqualTo(known);
        }
        assertThat(leaked.field(key, "revokedAt")).isEqualTo(revokedAt);
        leaked.assertOneEvent(key, "revoke");
    }

    private static String headers(Response response) {
        return response.headers().asList().toString();
    }

    @Test
    void disabledAndExpiredAndRestrictedKeysAreRevokedAsWell() {
        NewKey disabled = keys.create(Map.of("allowedIps", List.of("203.0.113.1")));
        keys.act(disabled, "disable");
        NewKey expired =
                keys.create(Map.of("expiresAt", Instant.now().plusSeconds(2).toString()));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> leaked.field(expired, "status")
                .equals("expired"));

        assertDone(show(disabled.value()));
        assertDone(show(expired.value()));

        assertThat(leaked.field(disabled, "status")).isEqualTo("revoked");
        assertThat(leaked.field(expired, "status")).isEqualTo("revoked");
    }

    @Test
    void aReplacedValueEndsAloneWhileItIsGoodAndIsNothingAfterwards() {
        NewKey key = keys.create();
        String second = leaked.rotate(key, 600);
        assertThat(leaked.isActive(key.value())).isTrue();

        assertDone(show(key.value()));

        assertThat(leaked.isActive(key.value())).isFalse();
        assertThat(leaked.isActive(second)).isTrue();
        leaked.assertOneEvent(key, "end-overlap", "\"reportedBy\":\"possessor\"");

        assertDone(show(key.value()));
        assertThat(leaked.isActive(second)).isTrue();
        leaked.assertOneEvent(key, "end-overlap");

        String third = leaked.rotate(key, 600);
        assertDone(show(third));
        assertThat(Stream.of(key.value(), second, third).filter(leaked::isActive))
                .isEmpty();
        assertThat(leaked.field(key, "status")).isEqualTo("revoked");
    }

    @Test
    void aKeyThatWasImportedEndsBeforeTheRealmAcceptsIt() {
        String value = "old-key-4712-" + realm.name();
        Transfers.of(realm).importLines(List.of(KeyRecords.of("shown-foreign", value)));

        assertDone(show(value));

        realm.setAttribute("api-keys.accept-foreign", "true");
        assertThat(leaked.isActive(value)).isFalse();
        realm.admin()
                .queryParam("search", "shown-foreign")
                .get(realm.adminUrl("/api-keys"))
                .then()
                .body("revokedBy", equalTo(List.of("possessor")));
        realm.setAttribute("api-keys.accept-foreign", "false");
    }

    @Test
    void aKeyOfAnotherRealmIsNone() {
        NewKey key = keys.create();
        given().formParam("key", key.value())
                .post(url.replace(realm.name(), "master"))
                .then()
                .statusCode(200);
        assertThat(leaked.isActive(key.value())).isTrue();
    }

    @Test
    void whatCannotBeReadIsRefusedAndRepeatsNothing() {
        NewKey key = keys.create();
        NewKey other = keys.create();
        for (Response response : List.of(
                given().queryParam("key", key.value()).post(url),
                given().queryParam("token", key.value())
                        .formParam("key", key.value())
                        .post(url),
                given().formParam("key", key.value(), other.value()).post(url),
                given().header("X-API-Key", key.value())
                        .formParam("key", other.value())
                        .post(url),
                given().formParam("key", "").post(url),
                given().formParam("value", key.value()).post(url),
                given().formParam("key", key.value() + "x".repeat(8 * 1024)).post(url),
                given().contentType(ContentType.TEXT).body("key=" + key.value()).post(url),
                json("{\"key\":[\"" + key.value() + "\"]}"),
                json("{\"key\":\"" + key.value()),
                given().post(url))) {
            response.then()
                    .statusCode(400)
                    .header("Cache-Control", containsString("no-store"))
                    .body("error", equalTo("invalid_request"))
                    .body("error_description", not(emptyString()));
            assertThat(response.asString()).doesNotContain(key.value(), other.value());
        }
        given().get(url).then().statusCode(405);
        assertThat(leaked.isActive(key.value())).isTrue();
        assertThat(leaked.isActive(other.value())).isTrue();
    }

    @Test
    void aRealmCanSwitchItOff() {
        NewKey key = keys.create();
        realm.setAttribute("api-keys.revoke-by-possession", "false");
        show(key.value()).then().statusCode(404).body("error", equalTo("not_found"));
        realm.setAttribute("api-keys.revoke-by-possession", "true");
        assertThat(leaked.isActive(key.value())).isTrue();
    }

    @Test
    void aUserIsToldWhoRevokedTheirKey() {
        NewKey key = keys.create(Map.of("userId", realm.users().id("alice")));
        show(key.value());
        realm.user("alice")
                .get(realm.realmUrl("/api-keys/account/" + key.id()))
                .then()
                .statusCode(200)
                .body("revokedBy", equalTo("possessor"));
    }

    @Test
    void theValueIsInNoLogAndNoEvent() {
        NewKey key = keys.create();
        given().queryParam("key", key.value().substring(0, 45)).post(url);
        show(key.value());
        String everything = SharedKeycloak.server().log()
                + realm.admin().get(realm.adminUrl("/admin-events?max=1000")).asString()
                + realm.admin().get(realm.adminUrl("/events?max=1000")).asString();
        assertThat(everything)
                .contains(key.id())
                .doesNotContain(key.value().substring(0, 40), LeakedKeys.sha256(key.value()));
    }
}
