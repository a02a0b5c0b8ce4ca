package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeySecret;
import dev.apikeys.keycloak.directory.ClientScopes;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.util.JsonSerialization;

/** Writes a key as the record that an import reads: the one JSON that has hashes. */
public final class KeyRecordJson {

    private KeyRecordJson() {}

    /**
     * Writes one key. One that was made here is called by its id, so that another system can tell it by that.
     *
     * @param clientId the OAuth client id
     * @param username of the user of a personal key, who may have another id elsewhere
     */
    public static ObjectNode write(
            ApiKey key, String clientId, Optional<String> username, ClientScopes scopes, Instant now) {
        ObjectNode json = JsonSerialization.createObjectNode();
        json.put("externalId", key.label().externalId().orElse(key.id()));
        json.put("name", key.label().name());
        put(json, "description", key.label().description());
        json.put("clientId", clientId);
        put(json, "userId", key.owner().userId());
        put(json, "username", username);
        put(json, "environment", key.label().environment());
        json.put("enabled", key.lifecycle().enabled());
        json.put("fullAccess", key.grant().fullAccess());
        KeyJson.texts(json, "scopes", scopes.scopesIn(key.grant()));
        KeyJson.texts(json, "scopeGroups", scopes.groupsIn(key.grant()));
        KeyJson.writeRestrictions(json, key.restrictions());
        json.putRawValue("metadata", new RawValue(key.label().metadata()));
        json.put("createdAt", key.lifecycle().createdAt().toString());
        put(json, "expiresAt", key.lifecycle().expiresAt().map(Instant::toString));
        put(json, "revokedAt", key.lifecycle().revokedAt().map(Instant::toString));
        writeValue(json, key.currentSecret());
        json.put("valueCreatedAt", key.currentSecret().createdAt().toString());
        key.secrets().stream()
                .filter(secret -> !secret.current() && !secret.superseded(now))
                .findFirst()
                .ifPresent(secret -> writePrevious(json.putObject("previous"), secret));
        return json;
    }

    private static void writePrevious(ObjectNode json, KeySecret secret) {
        writeValue(json, secret);
        json.put("createdAt", secret.createdAt().toString());
        put(json, "validUntil", secret.validUntil().map(Instant::toString));
    }

    private static void writeValue(ObjectNode json, KeySecret secret) {
        json.put("hash", secret.hash().hex());
        json.put("prefix", secret.display().prefix());
        json.put("hint", secret.display().hint());
        json.put("last4", secret.display().last());
    }

    private static void put(ObjectNode json, String field, Optional<String> value) {
        value.ifPresent(text -> json.put(field, text));
    }
}
