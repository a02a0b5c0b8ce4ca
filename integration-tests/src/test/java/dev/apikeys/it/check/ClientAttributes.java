package dev.apikeys.it.check;

import dev.apikeys.it.support.TestRealm;

/** Attributes of clients that decide what gateways may ask. */
public final class ClientAttributes {

    private ClientAttributes() {}

    /** Whether anybody may ask about keys for the client. */
    public static void openChecks(TestRealm realm, String clientId, String value) {
        realm.clients().setAttribute(clientId, "api-keys.open-check", value);
    }

    /** Lets the client ask about keys for other APIs than itself. */
    static void gateway(TestRealm realm, String clientId) {
        realm.clients().setAttribute(clientId, "api-keys.gateway", "true");
    }
}
