package dev.apikeys.it.admin;

import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;

/** Clients of a test realm beside those of the demo. */
final class KeyClients {

    private KeyClients() {}

    /** A client that may have keys, with a service account and the scopes of calls. */
    static void create(TestRealm realm, String clientId) {
        create(realm, clientId, true, true);
    }

    static void create(TestRealm realm, String clientId, boolean keys, boolean serviceAccount) {
        realm.clients()
                .create(Map.of(
                        "clientId",
                        clientId,
                        "protocol",
                        "openid-connect",
                        "publicClient",
                        false,
                        "serviceAccountsEnabled",
                        serviceAccount,
                        "attributes",
                        Map.of("api-keys.enabled", String.valueOf(keys)),
                        "optionalClientScopes",
                        List.of("calls:read", "calls:write")));
    }
}
