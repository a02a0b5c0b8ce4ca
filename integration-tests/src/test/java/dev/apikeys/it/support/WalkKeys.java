package dev.apikeys.it.support;

import dev.apikeys.it.support.Keys.NewKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A key for each answer that the scripts of {@link Curl} ask for. */
public final class WalkKeys {

    private final Keys keys;

    public WalkKeys(Keys keys) {
        this.keys = keys;
    }

    /** A script's environment, with the address of the API that it walks through. */
    public Map<String, String> create(String api) {
        Map<String, String> environment = new HashMap<>();
        environment.put("API", api);
        environment.put("GOOD", keys.create().value());
        environment.put("READER", keys.create().value());
        environment.put("HERE", restrictedTo("127.0.0.1"));
        environment.put("ELSEWHERE", restrictedTo("203.0.113.7"));
        environment.put(
                "LIMITED", keys.create(Map.of("limits", List.of("2/hour"))).value());
        environment.put("REVOKED", stopped("revoke"));
        environment.put("DISABLED", stopped("disable"));
        environment.put("EXPIRED", expired());
        return environment;
    }

    private String restrictedTo(String address) {
        return keys.create(Map.of("allowedIps", List.of(address))).value();
    }

    private String stopped(String action) {
        NewKey key = keys.create();
        keys.act(key, action);
        return key.value();
    }

    /** Returns when the key has expired. */
    private String expired() {
        String expiry = Instant.now().plusSeconds(5).toString();
        NewKey key = keys.create(Map.of("expiresAt", expiry));
        Eventually.get(() -> keys.introspect(key).<Boolean>path("active"), active -> !active);
        return key.value();
    }
}
