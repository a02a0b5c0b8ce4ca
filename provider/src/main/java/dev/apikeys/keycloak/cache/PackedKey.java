package dev.apikeys.keycloak.cache;

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
import java.util.HashSet;
import java.util.List;

/** A key as bytes: a third of the heap that its objects take, so that a million of them fit into a node. */
final class PackedKey {

    private PackedKey() {}

    static byte[] pack(ApiKey key) {
        PackedWriter out = new PackedWriter();
        out.text(key.id());
        out.text(key.owner().realmId());
        out.text(key.owner().clientId());
        out.optional(key.owner().userId(), out::text);
        out.text(key.label().name());
        out.optional(key.label().description(), out::text);
        out.optional(key.label().environment(), out::text);
        out.text(key.label().metadata());
        out.optional(key.label().externalId(), out::text);
        out.flag(key.grant().fullAccess());
        out.list(List.copyOf(key.grant().scopeIds()), out::text);
        out.list(key.restrictions().allowedIps().ranges(), range -> out.text(range.toString()));
        out.optional(key.restrictions().limits(), limits -> out.text(RateLimit.format(limits)));
        out.flag(key.lifecycle().enabled());
        out.instant(key.lifecycle().createdAt());
        out.instant(key.lifecycle().updatedAt());
        out.optional(key.lifecycle().expiresAt(), out::instant);
        out.optional(key.lifecycle().revokedAt(), out::instant);
        out.optional(key.lifecycle().revokedBy(), out::text);
        out.list(key.secrets(), secret -> pack(secret, out));
        out.number(key.version());
        return out.bytes();
    }

    private static void pack(KeySecret secret, PackedWriter out) {
        out.hex(secret.hash().hex());
        out.text(secret.display().prefix());
        out.text(secret.display().hint());
        out.text(secret.display().last());
        out.instant(secret.createdAt());
        out.optional(secret.validUntil(), out::instant);
    }

    static ApiKey unpack(byte[] packed) {
        PackedReader in = new PackedReader(packed);
        return new ApiKey(
                in.text(),
                new KeyOwner(in.text(), in.text(), in.optional(in::text)),
                new KeyLabel(in.text(), in.optional(in::text), in.optional(in::text), in.text(), in.optional(in::text)),
                new KeyGrant(in.flag(), new HashSet<>(in.list(in::text))),
                new KeyRestrictions(
                        ranges(in.list(in::text)), in.optional(in::text).map(PackedKey::limits)),
                new KeyLifecycle(
                        in.flag(),
                        in.instant(),
                        in.instant(),
                        in.optional(in::instant),
                        in.optional(in::instant),
                        in.optional(in::text)),
                in.list(() -> secret(in)),
                in.number());
    }

    private static KeySecret secret(PackedReader in) {
        return new KeySecret(
                new KeyHash(in.hex()),
                new KeyDisplay(in.text(), in.text(), in.text()),
                in.instant(),
                in.optional(in::instant));
    }

    private static AllowedIps ranges(List<String> texts) {
        return texts.isEmpty()
                ? AllowedIps.ALL
                : new AllowedIps(texts.stream()
                        .map(text -> IpRange.parse(text).toOptional().orElseThrow())
                        .toList());
    }

    private static List<RateLimit> limits(String text) {
        return RateLimit.parseList(text).toOptional().orElseThrow();
    }
}
