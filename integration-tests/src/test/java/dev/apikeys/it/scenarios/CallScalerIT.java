package dev.apikeys.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Seed 003: ten keys for each business, which share 60 requests a minute. */
class CallScalerIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.from("callscaler-realm.json");

    private final Product callScaler = Product.of(realm, "callscaler", "business");

    @AfterEach
    void deleteAllKeys() {
        realm.admin()
                .get(realm.adminUrl("/api-keys"))
                .jsonPath()
                .<String>getList("id")
                .forEach(id -> realm.admin().delete(realm.adminUrl("/api-keys/" + id)));
    }

    @Test
    void keysHaveAPrefixAndNoEnvironment() {
        NewKey key = callScaler.create(Map.of());

        assertThat(key.value()).startsWith("cs_key_");
        callScaler
                .read(key)
                .then()
                .body("environment", equalTo(null))
                .body("display", startsWith(key.value().substring(0, "cs_key_".length() + 6)));
    }

    @Test
    void tenKeysCanBeActive() {
        List<NewKey> keys = IntStream.range(0, 10)
                .mapToObj(number -> callScaler.create(Map.of("name", "key " + number)))
                .toList();

        callScaler.ask(Map.of("name", "one more")).then().statusCode(409);
        callScaler.act(keys.get(0), "revoke").then().statusCode(200);
        callScaler.ask(Map.of("name", "one more")).then().statusCode(201);
    }

    @Test
    void allKeysOfABusinessShareSixtyRequestsAMinute() {
        NewKey one = callScaler.create(Map.of());
        NewKey other = callScaler.create(Map.of());
        JsonPath limit =
                callScaler.introspect(one, Map.of("cost", 0)).jsonPath().setRootPath("rate_limit[0]");
        assertThat(limit.getString("policy")).isEqualTo("client");
        assertThat(limit.getInt("limit")).isEqualTo(60);
        assertThat(limit.getInt("window")).isEqualTo(60);
        callScaler
                .introspect(one, Map.of("cost", limit.getInt("remaining")))
                .then()
                .body("active", equalTo(true));

        for (NewKey key : List.of(one, other)) {
            Response answer = callScaler.call(key.value());
            int wait = Integer.parseInt(answer.header("Retry-After"));
            answer.then()
                    .statusCode(429)
                    .contentType("application/json")
                    .body(
                            "",
                            equalTo(Map.of(
                                    "error",
                                    "rate_limit_exceeded",
                                    "message",
                                    "Too many requests. Limit: 60/min. Try again in " + wait + " seconds.",
                                    "retry_after",
                                    wait)));
        }
    }

    @Test
    void everyAnswerSaysWhereTheLimitStands() {
        NewKey key = callScaler.create(Map.of());

        Response answer = callScaler.call(key.value());

        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("60");
        assertThat(Integer.parseInt(answer.header("X-RateLimit-Remaining"))).isBetween(0, 59);
        assertThat(Long.parseLong(answer.header("X-RateLimit-Reset")))
                .isBetween(Instant.now().getEpochSecond(), Instant.now().getEpochSecond() + 60);
    }

    @Test
    void aKeyGrantsFullReadAndWriteAccess() {
        NewKey key = callScaler.create(Map.of());

        assertThat(callScaler
                        .introspect(key, Map.of("cost", 0))
                        .<String>path("scope")
                        .split(" "))
                .containsExactlyInAnyOrder("calls:read", "calls:write", "numbers:read", "numbers:write");
    }

    @Test
    void aRevokedKeyStopsWithNoCacheDelay() {
        NewKey key = callScaler.create(Map.of());
        assertThat(callScaler.isActive(key)).isTrue();

        callScaler.act(key, "revoke").then().statusCode(200);

        assertThat(callScaler.isActive(key)).isFalse();
        isRefused(callScaler.call(key.value()), 401, "Invalid API key");
    }

    @Test
    void errorsAreAnObjectWithTheStatusAsItsCodeAndAMessage() {
        isRefused(callScaler.gateway().get(callScaler.checkUrl()), 401, "Invalid API key");
        isRefused(callScaler.call("cs_key_your_key_here"), 401, "Invalid API key");
        NewKey reader = callScaler.scoped("numbers:read");
        isRefused(callScaler.call(reader.value(), "numbers:write"), 403, "API key lacks required scope: numbers:write");
    }

    @Test
    void onlyAdministratorsMakeAndRevokeKeys() {
        realm.admin()
                .get(realm.clients().member(callScaler.business()))
                .then()
                .body("attributes.'api-keys.self-service'", equalTo(null));
        callScaler
                .asBusiness("calls:read")
                .body(Map.of("name", "mine", "clientId", callScaler.business(), "fullAccess", true))
                .post(realm.adminUrl("/api-keys"))
                .then()
                .statusCode(403);

        NewKey key = callScaler.create(Map.of());
        callScaler.revokeByPossession(key).then().statusCode(404).body("error", equalTo("not_found"));
        callScaler.actAsBusiness(key, "revoke", "calls:read").then().statusCode(403);
        callScaler.read(key).then().body("status", equalTo("active"));
        callScaler.introspect(key, Map.of("cost", 0)).then().body("active", equalTo(true));
    }

    private static void isRefused(Response answer, int status, String message) {
        answer.then()
                .statusCode(status)
                .contentType("application/json")
                .body("", equalTo(Map.of("error", Map.of("code", String.valueOf(status), "message", message))));
    }
}
