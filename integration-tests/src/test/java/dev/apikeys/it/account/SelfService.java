package dev.apikeys.it.account;

import dev.apikeys.it.support.TestRealm;
import java.util.HashMap;
import java.util.Map;

/** Which clients offer self-service. */
final class SelfService {

    private SelfService() {}

    static void offer(TestRealm realm, String clientId, boolean offered) {
        set(realm, clientId, "api-keys.self-service", Boolean.toString(offered));
    }

    /** Changes one attribute of a client and leaves the others alone. */
    static void set(TestRealm realm, String clientId, String attribute, String value) {
        realm.clients().update(clientId, client -> {
            Map<Object, Object> attributes =
                    new HashMap<>(client.get("attributes") instanceof Map<?, ?> present ? present : Map.of());
            attributes.put(attribute, value);
            client.put("attributes", attributes);
        });
    }
}
