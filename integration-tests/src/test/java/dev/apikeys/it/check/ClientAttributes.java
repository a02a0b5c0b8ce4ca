package dev.apikeys.it.check;

import dev.apikeys.it.support.TestRealm;
import java.util.HashMap;
import java.util.Map;

/** Attributes of clients that decide what gateways may ask. */
final class ClientAttributes {

    private ClientAttributes() {}

    static void openChecks(TestRealm realm, String clientId, String value) {
        set(realm, clientId, "api-keys.open-check", value);
    }

    /** Lets the client ask about keys for other APIs than itself. */
    static void gateway(TestRealm realm, String clientId) {
        set(realm, clientId, "api-keys.gateway", "true");
    }

    static void set(TestRealm realm, String clientId, String attribute, String value) {
        realm.clients().update(clientId, client -> {
            Map<Object, Object> attributes =
                    new HashMap<>(client.get("attributes") instanceof Map<?, ?> present ? present : Map.of());
            attributes.put(attribute, value);
            client.put("attributes", attributes);
        });
    }
}
