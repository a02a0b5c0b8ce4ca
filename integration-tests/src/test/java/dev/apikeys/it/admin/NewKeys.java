package dev.apikeys.it.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests for keys: good ones, and those that are good but for one field. */
final class NewKeys {

    private NewKeys() {}

    /** A key of the demo's client with one scope. */
    static Map<String, Object> named(String name) {
        Map<String, Object> key = new HashMap<>();
        key.put("name", name);
        key.put("clientId", "shop-backend");
        key.put("scopes", List.of("calls:read"));
        return key;
    }

    /** A good key with one field as given. */
    static Map<String, Object> with(String field, @Nullable Object value) {
        Map<String, Object> key = named("Key with a certain " + field);
        key.put(field, value);
        return key;
    }

    /** A good key that lacks one field. */
    static Map<String, Object> without(String field) {
        Map<String, Object> key = named("Key without " + field);
        key.remove(field);
        return key;
    }

    /** A good key that carries everything. */
    static Map<String, Object> withFullAccess() {
        Map<String, Object> key = without("scopes");
        key.put("fullAccess", true);
        return key;
    }

    /** One field and its value, which may be {@code null}: the body of a change. */
    static Map<String, Object> only(String field, @Nullable Object value) {
        Map<String, Object> change = new HashMap<>();
        change.put(field, value);
        return change;
    }
}
