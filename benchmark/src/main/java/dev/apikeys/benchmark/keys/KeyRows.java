package dev.apikeys.benchmark.keys;

import dev.apikeys.core.key.KeyDisplay;
import dev.apikeys.core.key.KeyFormat;
import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.key.KeyValue;
import java.util.SplittableRandom;
import java.util.UUID;

/** Some keys in the text form of PostgreSQL's COPY, one text per table. */
final class KeyRows {

    static final String KEY_COLUMNS = "api_key (id, realm_id, client_id, name, metadata, environment, full_access,"
            + " enabled, created_at, updated_at, revoked_at, version)";
    static final String SECRET_COLUMNS = "api_key_secret (id, sha256, key_id, prefix, hint, last4, created_at)";
    static final String SCOPE_COLUMNS = "api_key_scope (key_id, scope_id)";

    private static final String NULL = "\\N";

    private final KeyOwners owners;
    private final long now;
    private final SplittableRandom ids;
    private final StringBuilder keys = new StringBuilder();
    private final StringBuilder secrets = new StringBuilder();
    private final StringBuilder scopes = new StringBuilder();

    /** Of owners whose keys were made one second after the other until now. */
    KeyRows(KeyOwners owners, long now, SplittableRandom ids) {
        this.owners = owners;
        this.now = now;
        this.ids = ids;
    }

    void add(int index, KeyValue value, boolean revoked) {
        String id = id();
        String client = owners.clientIds().get(index % owners.clientIds().size());
        long created = now - 1_000L * (index + 1);
        KeyDisplay display = KeyFormat.parse(value).orElseThrow();
        row(
                keys,
                id,
                owners.realmId(),
                client,
                name(index),
                "{}",
                "live",
                "f",
                "t",
                created,
                created,
                revoked ? now : NULL,
                0);
        row(secrets, id(), KeyHash.of(value).hex(), id, display.prefix(), display.hint(), display.last(), created);
        row(scopes, id, owners.scopeId());
    }

    String keys() {
        return keys.toString();
    }

    String secrets() {
        return secrets.toString();
    }

    String scopes() {
        return scopes.toString();
    }

    static String name(int index) {
        return "Benchmark key %07d".formatted(index);
    }

    /** Random like real ones: ids in order would flatter the indexes. */
    private String id() {
        return new UUID(ids.nextLong(), ids.nextLong()).toString();
    }

    private static void row(StringBuilder table, Object... values) {
        for (int i = 0; i < values.length; i++) {
            table.append(i == 0 ? "" : "\t").append(values[i]);
        }
        table.append('\n');
    }
}
