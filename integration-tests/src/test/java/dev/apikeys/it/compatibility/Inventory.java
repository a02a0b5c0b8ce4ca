package dev.apikeys.it.compatibility;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that an administrator is told about a realm; lists have no order.
 *
 * @param begin when the calls began whose usage counts
 */
record Inventory(Instant begin) {

    /** What there is to know about keys, by what was asked. */
    Map<String, @Nullable Object> ofKeys(TestRealm realm) {
        Map<String, @Nullable Object> answers = of(
                realm,
                "/api-keys?max=100",
                "/api-keys/count",
                "/api-keys/settings",
                "/api-keys/scopes?clientId=shop-backend",
                "/api-keys/scope-groups");
        ask(realm, "/api-keys?max=100", Map.of())
                .getList("id", String.class)
                .forEach(id ->
                        answers.put("usage of " + id, unordered(usage(realm, id).get())));
        return answers;
    }

    /** What Keycloak itself knows, by what was asked. */
    static Map<String, @Nullable Object> ofKeycloak(TestRealm realm) {
        return of(realm, "", "/clients?max=100", "/client-scopes", "/users");
    }

    /** Returns when so many calls with the key, and all calls before them, have been written down. */
    void awaitUsage(TestRealm realm, NewKey key, long calls) {
        Eventually.get(() -> usage(realm, key.id()).getLong("total"), total -> total >= calls);
    }

    private JsonPath usage(TestRealm realm, String id) {
        Instant today = begin.truncatedTo(ChronoUnit.DAYS);
        Map<String, ?> days = Map.of(
                "bucket",
                "day",
                "from",
                today.toString(),
                "to",
                today.plus(2, ChronoUnit.DAYS).toString());
        return ask(realm, "/api-keys/" + id + "/usage", days);
    }

    private static JsonPath ask(TestRealm realm, String question, Map<String, ?> parameters) {
        return realm.admin()
                .queryParams(parameters)
                .get(realm.adminUrl(question))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, @Nullable Object> of(TestRealm realm, String... questions) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        for (String question : questions) {
            answers.put(question, unordered(ask(realm, question, Map.of()).get()));
        }
        return answers;
    }

    private static @Nullable Object unordered(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Inventory::unordered).collect(Collectors.toSet());
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> fields = new HashMap<>();
            map.forEach((name, field) -> fields.put(name, unordered(field)));
            return fields;
        }
        return value;
    }
}
