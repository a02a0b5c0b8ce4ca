package dev.apikeys.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** The demo realm under another name, with more clients that have keys and with tokens that outlast a run. */
final class RealmFile {

    static final String CLIENT = "shop-backend";
    static final String CLIENT_SECRET = "shop-backend-secret";
    static final String SCOPE = "calls:read";
    static final String USER = "alice";
    static final String RESOURCE_SERVER = "demo-api";
    static final String RESOURCE_SERVER_SECRET = "demo-api-secret";

    private static final int MORE_CLIENTS = 9;
    private static final String MOST_KEYS = "100000";
    private static final int TEN_HOURS = 36_000;

    private RealmFile() {}

    static ObjectNode read(Path file, String name, Limits limits) throws IOException {
        ObjectNode realm = (ObjectNode) new ObjectMapper().readTree(file.toFile());
        realm.put("realm", name);
        lastTenHours(realm);
        // Keycloak's own default
        realm.put("eventsEnabled", false);
        ObjectNode attributes = (ObjectNode) realm.get("attributes");
        attributes.put("api-keys.default-limit", limits.ofKey);
        attributes.put("api-keys.realm-limit", limits.ofRealm);
        attributes.put("api-keys.max-active-per-client", MOST_KEYS);
        addClients((ArrayNode) realm.get("clients"), limits);
        return realm;
    }

    /** Tokens and the sessions behind them. */
    static ObjectNode lastTenHours(ObjectNode realm) {
        return realm.put("accessTokenLifespan", TEN_HOURS)
                .put("ssoSessionIdleTimeout", TEN_HOURS)
                .put("ssoSessionMaxLifespan", TEN_HOURS);
    }

    private static void addClients(ArrayNode clients, Limits limits) {
        ObjectNode model = null;
        for (var client : clients) {
            if (client.path("clientId").asText().equals(CLIENT)) {
                model = (ObjectNode) client;
            }
        }
        if (model == null) {
            throw new IllegalStateException("The realm file has no client " + CLIENT);
        }
        model.put("directAccessGrantsEnabled", true);
        ((ObjectNode) model.get("attributes")).put("api-keys.client-limit", limits.ofClient);
        for (int i = 1; i <= MORE_CLIENTS; i++) {
            clients.add(model.deepCopy().put("clientId", CLIENT + "-" + i));
        }
    }
}
