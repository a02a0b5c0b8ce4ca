package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.apikeys.core.ip.IpRange;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyRestrictions;
import dev.apikeys.keycloak.directory.ClientScopes;
import dev.apikeys.keycloak.directory.KeycloakDirectory;
import dev.apikeys.keycloak.directory.LivePrincipal;
import dev.apikeys.keycloak.store.StoredKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

/** Writes a key as JSON: the {@code ApiKey} schema of the OpenAPI document. What a key does not have is absent. */
public final class KeyJson {

    private final RealmModel realm;
    private final KeycloakDirectory directory;

    public KeyJson(RealmModel realm, KeycloakDirectory directory) {
        this.realm = realm;
        this.directory = directory;
    }

    /** Never contains the plaintext or a hash. */
    public ObjectNode write(StoredKey stored, Instant now) {
        ApiKey key = stored.key();
        LivePrincipal principal = directory.principalOf(key);
        ObjectNode json = JsonSerialization.createObjectNode();
        json.put("id", key.id());
        put(json, "externalId", key.label().externalId());
        json.put("name", key.label().name());
        put(json, "description", key.label().description());
        json.put(
                "clientId",
                principal
                        .client()
                        .map(ClientModel::getClientId)
                        .orElse(key.owner().clientId()));
        put(json, "userId", key.owner().userId());
        put(json, "username", principal.subject().map(UserModel::getUsername));
        json.put("ownerType", key.owner().userId().isPresent() ? "user" : "service_account");
        put(json, "environment", key.label().environment());
        json.put("display", key.currentSecret().display().text());
        json.put("status", key.status(now).code());
        json.put("enabled", key.lifecycle().enabled());
        writePermissions(json, key, principal);
        writeRestrictions(json, key.restrictions());
        json.putRawValue("metadata", new RawValue(key.label().metadata()));
        writeTimes(json, stored, now);
        json.put("version", key.version());
        return json;
    }

    private void writePermissions(ObjectNode json, ApiKey key, LivePrincipal principal) {
        json.put("fullAccess", key.grant().fullAccess());
        Optional<ClientScopes> scopes = principal.client().map(ClientScopes::new);
        texts(json, "scopes", scopes.map(of -> of.scopesIn(key.grant())).orElse(List.of()));
        texts(json, "scopeGroups", scopes.map(of -> of.groupsIn(key.grant())).orElse(List.of()));
        new EffectJson(realm).addTo(json, principal);
    }

    private static void writeTimes(ObjectNode json, StoredKey stored, Instant now) {
        ApiKey key = stored.key();
        json.put("createdAt", key.lifecycle().createdAt().toString());
        json.put("updatedAt", key.lifecycle().updatedAt().toString());
        put(json, "expiresAt", key.lifecycle().expiresAt().map(Instant::toString));
        put(json, "revokedAt", key.lifecycle().revokedAt().map(Instant::toString));
        put(json, "revokedBy", key.lifecycle().revokedBy());
        put(json, "lastUsedAt", stored.lastUsedAt().map(Instant::toString));
        put(json, "overlapUntil", key.overlapUntil(now).map(Instant::toString));
    }

    static void writeRestrictions(ObjectNode json, KeyRestrictions restrictions) {
        texts(
                json,
                "allowedIps",
                restrictions.allowedIps().ranges().stream()
                        .map(IpRange::toString)
                        .toList());
        restrictions
                .limits()
                .ifPresent(limits -> texts(
                        json, "limits", limits.stream().map(RateLimit::toString).toList()));
    }

    private static void put(ObjectNode json, String field, Optional<String> value) {
        value.ifPresent(text -> json.put(field, text));
    }

    static void texts(ObjectNode json, String field, Collection<String> values) {
        ArrayNode array = json.putArray(field);
        values.forEach(array::add);
    }
}
