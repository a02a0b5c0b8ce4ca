package dev.apikeys.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apikeys.benchmark.keys.KeyOwners;
import dev.apikeys.server.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Imports realms and finds what keys refer to. */
record RealmMaker(AdminApi api) {

    KeyOwners make(String name, Limits limits) throws IOException, InterruptedException {
        api.send("POST", "", RealmFile.read(Workspace.current().realms().resolve("demo-realm.json"), name, limits));
        requireLimits(name, limits);
        List<String> clients = new ArrayList<>();
        for (JsonNode client : api.get("/" + name + "/clients?max=1000")) {
            if (client.path("clientId").asText().startsWith(RealmFile.CLIENT)) {
                clients.add(client.path("id").asText());
            }
        }
        return new KeyOwners(api.get("/" + name).path("id").asText(), clients, scope(name));
    }

    /** An empty limit that is not kept would silently be the default one, and not off. */
    private void requireLimits(String name, Limits limits) throws IOException, InterruptedException {
        JsonNode settings = api.get("/" + name + "/api-keys/settings");
        String found = settings.path("defaultLimit") + " " + settings.path("realmLimit");
        boolean good = settings.path("defaultLimit").toString().contains("/") != limits.ofKey.isEmpty()
                && settings.path("realmLimit").toString().contains("/") != limits.ofRealm.isEmpty();
        if (!good) {
            throw new IOException("The limits of realm " + name + " are " + found);
        }
    }

    private String scope(String realm) throws IOException, InterruptedException {
        for (JsonNode scope : api.get("/" + realm + "/client-scopes")) {
            if (scope.path("name").asText().equals(RealmFile.SCOPE)) {
                return scope.path("id").asText();
            }
        }
        throw new IOException("Realm " + realm + " has no client scope " + RealmFile.SCOPE);
    }
}
