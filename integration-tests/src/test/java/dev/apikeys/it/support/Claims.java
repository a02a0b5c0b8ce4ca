package dev.apikeys.it.support;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Claims of two answers made comparable: lists and the words of the scope have no order. */
public final class Claims {

    private Claims() {}

    /** The claims without those that differ from token to token. */
    public static Map<String, Object> comparable(Map<String, Object> claims, Set<String> without) {
        Map<String, Object> comparable = new TreeMap<>(claims);
        comparable.keySet().removeAll(without);
        comparable.computeIfPresent(
                "scope", (claim, scope) -> Set.of(scope.toString().split(" ")));
        comparable.replaceAll((claim, value) -> unordered(value));
        comparable.computeIfPresent("aud", (claim, aud) -> aud instanceof Set ? aud : Set.of(aud));
        return comparable;
    }

    private static Object unordered(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Claims::unordered).collect(Collectors.toSet());
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> unordered(entry.getValue())));
        }
        return value;
    }
}
