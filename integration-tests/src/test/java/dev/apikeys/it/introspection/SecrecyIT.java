package dev.apikeys.it.introspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.it.support.TestRealm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String LOGGED_EVENT = "INTROSPECT_TOKEN_ERROR";

    private final Keys keys = new Keys(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Test
    void neitherTheValueNorTheHashOfAKeyIsInTheLogOrInAnyEvent() {
        saveEventsOfEveryDoor();
        NewKey key = keys.create();
        String rotated = realm.admin()
                .body(Map.of("overlap", 60))
                .post(realm.adminUrl("/api-keys/" + key.id() + "/rotate"))
                .path("key");
        useEverywhere(key.value());
        useEverywhere(rotated);
        useEverywhere(rotated + "x");
        keys.act(key, "revoke");
        useEverywhere(rotated);

        String events = realm.admin().get(realm.adminUrl("/events?max=1000")).asString();
        String adminEvents =
                realm.admin().get(realm.adminUrl("/admin-events?max=1000")).asString();
        assertThat(events).contains("\"INTROSPECT_TOKEN\"", "\"CLIENT_LOGIN\"").contains(key.id());
        assertThat(adminEvents).contains("API_KEY").contains(key.id());
        for (String everything :
                List.of(events, adminEvents, SharedKeycloak.server().log())) {
            assertThat(everything)
                    .doesNotContain(key.value().substring(0, 40), rotated.substring(0, 40))
                    .doesNotContain(hash(key.value()), hash(rotated));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_madeUp", "sk_live_00000000000000000000000000000000000000"})
    void aFloodOfBadKeysLeavesAHandfulOfLinesInTheLog(String token) {
        long before = lines();
        for (int i = 0; i < 200; i++) {
            keys.introspect(token, Map.of()).then().statusCode(200);
        }

        assertThat(lines() - before).isLessThanOrEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_madeUpToo", "sk_live_00000000000000000000000000000000000001"})
    void aFloodOfChecksOfBadKeysLeavesNoMore(String token) {
        long before = lines();
        for (int i = 0; i < 200; i++) {
            check(token, "demo-api", Map.of());
        }

        assertThat(lines() - before).isLessThanOrEqualTo(20);
    }

    private static void saveEventsOfEveryDoor() {
        List<String> types = Stream.of("INTROSPECT_TOKEN", "CLIENT_LOGIN", "TOKEN_EXCHANGE")
                .flatMap(type -> Stream.of(type, type + "_ERROR"))
                .toList();
        realm.admin()
                .body(Map.of("eventsEnabled", true, "enabledEventTypes", types))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
    }

    private void useEverywhere(String token) {
        keys.introspect(token, Map.of());
        keys.introspect(token, Map.of("token_type_hint", "api_key", "client_ip", "not an address"));
        realm.introspect("other-api", "other-api-secret", token);
        check(token, "other-api", Map.of("audience", "demo-api"));
        check(token, "demo-api", Map.of("scope", token, "audience", token));
        check(token, "demo-api", Map.of("token", "true"));
        realm.tokens()
                .request(Map.of(
                        "grant_type", "client_credentials", "client_id", "shop-backend", "client_secret", token));
        realm.tokens()
                .request(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "shop-backend",
                        "client_secret",
                        token,
                        "scope",
                        "calls:read " + token));
        realm.tokens()
                .request(Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "client_id",
                        "demo-api",
                        "client_secret",
                        "demo-api-secret",
                        "subject_token",
                        token,
                        "subject_token_type",
                        "urn:keycloak:params:oauth:token-type:api-key"));
    }

    private static void check(String token, String gateway, Map<String, ?> query) {
        given().auth()
                .preemptive()
                .basic(gateway, gateway + "-secret")
                .header("X-API-Key", token)
                .queryParams(query)
                .get(realm.realmUrl("/api-keys/check"));
    }

    private static long lines() {
        return SharedKeycloak.server()
                .log()
                .lines()
                .filter(line -> line.contains(LOGGED_EVENT) && line.contains(realm.name()))
                .count();
    }

    private static String hash(String value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
