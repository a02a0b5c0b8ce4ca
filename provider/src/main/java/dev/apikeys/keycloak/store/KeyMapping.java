package dev.apikeys.keycloak.store;

import dev.apikeys.core.ip.AllowedIps;
import dev.apikeys.core.ip.IpRange;
import dev.apikeys.core.key.KeyDisplay;
import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyGrant;
import dev.apikeys.core.model.KeyLabel;
import dev.apikeys.core.model.KeyLifecycle;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.core.model.KeyRestrictions;
import dev.apikeys.core.model.KeySecret;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Between rows and values. */
final class KeyMapping {

    private static final String LINE = "\n";

    private KeyMapping() {}

    static ApiKey read(ApiKeyEntity row) {
        return new ApiKey(
                row.id,
                new KeyOwner(row.realmId, row.clientId, Optional.ofNullable(row.userId)),
                new KeyLabel(
                        row.name,
                        Optional.ofNullable(row.description),
                        Optional.ofNullable(row.environment),
                        row.metadata,
                        Optional.ofNullable(row.externalId)),
                new KeyGrant(row.fullAccess, row.scopeIds),
                new KeyRestrictions(ranges(row.allowedIps), limits(row.limits)),
                new KeyLifecycle(
                        row.enabled,
                        Instant.ofEpochMilli(row.createdAt),
                        Instant.ofEpochMilli(row.updatedAt),
                        instant(row.expiresAt),
                        instant(row.revokedAt),
                        Optional.ofNullable(row.revokedBy)),
                row.secrets.stream().map(KeyMapping::read).toList(),
                row.version);
    }

    static void write(ApiKey key, ApiKeyEntity row) {
        row.realmId = key.owner().realmId();
        row.clientId = key.owner().clientId();
        row.userId = key.owner().userId().orElse(null);
        row.name = key.label().name();
        row.description = key.label().description().orElse(null);
        row.environment = key.label().environment().orElse(null);
        row.metadata = key.label().metadata();
        row.externalId = key.label().externalId().orElse(null);
        row.externalDigest = key.label()
                .externalId()
                .map(id -> externalDigest(key.owner().realmId(), id))
                .orElse(null);
        row.fullAccess = key.grant().fullAccess();
        row.scopeIds.retainAll(key.grant().scopeIds());
        row.scopeIds.addAll(key.grant().scopeIds());
        row.allowedIps = text(key.restrictions().allowedIps());
        row.limits = key.restrictions().limits().map(RateLimit::format).orElse(null);
        row.enabled = key.lifecycle().enabled();
        row.createdAt = key.lifecycle().createdAt().toEpochMilli();
        row.updatedAt = key.lifecycle().updatedAt().toEpochMilli();
        row.expiresAt = millis(key.lifecycle().expiresAt());
        row.revokedAt = millis(key.lifecycle().revokedAt());
        row.revokedBy = key.lifecycle().revokedBy().orElse(null);
        writeSecrets(key, row);
    }

    /** One external id of one realm, whatever a database takes for the same text. */
    static String externalDigest(String realmId, String externalId) {
        return Digest.of(List.of(realmId, externalId));
    }

    private static void writeSecrets(ApiKey key, ApiKeyEntity row) {
        Map<KeyHash, KeySecret> wanted =
                key.secrets().stream().collect(Collectors.toMap(KeySecret::hash, Function.identity()));
        row.secrets.removeIf(secret -> !wanted.containsKey(secret.hash));
        Map<KeyHash, ApiKeySecretEntity> present =
                row.secrets.stream().collect(Collectors.toMap(secret -> secret.hash, Function.identity()));
        wanted.forEach((hash, secret) -> {
            ApiKeySecretEntity entity = present.getOrDefault(hash, new ApiKeySecretEntity(hash, row));
            write(secret, entity);
            row.secrets.add(entity);
        });
    }

    /** Of those values of the key that the row does not have; the row stays as it is. */
    static List<ApiKeySecretEntity> newSecrets(ApiKey key, ApiKeyEntity row) {
        Set<KeyHash> present = row.secrets.stream().map(secret -> secret.hash).collect(Collectors.toSet());
        return key.secrets().stream()
                .filter(secret -> !present.contains(secret.hash()))
                .map(secret -> {
                    ApiKeySecretEntity entity = new ApiKeySecretEntity(secret.hash(), row);
                    write(secret, entity);
                    return entity;
                })
                .toList();
    }

    private static void write(KeySecret secret, ApiKeySecretEntity entity) {
        entity.prefix = secret.display().prefix();
        entity.hint = secret.display().hint();
        entity.last = secret.display().last();
        entity.createdAt = secret.createdAt().toEpochMilli();
        entity.validUntil = millis(secret.validUntil());
    }

    private static KeySecret read(ApiKeySecretEntity row) {
        return new KeySecret(
                row.hash,
                new KeyDisplay(row.prefix, row.hint, row.last),
                Instant.ofEpochMilli(row.createdAt),
                instant(row.validUntil));
    }

    private static AllowedIps ranges(@Nullable String text) {
        return text == null
                ? AllowedIps.ALL
                : new AllowedIps(Arrays.stream(text.split(LINE, -1))
                        .map(line -> IpRange.parse(line).toOptional().orElseThrow())
                        .toList());
    }

    private static @Nullable String text(AllowedIps ips) {
        return ips.restricted() ? ips.ranges().stream().map(IpRange::toString).collect(Collectors.joining(LINE)) : null;
    }

    private static Optional<List<RateLimit>> limits(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(list -> RateLimit.parseList(list).toOptional().orElseThrow());
    }

    static Optional<Instant> instant(@Nullable Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }

    private static @Nullable Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }
}
