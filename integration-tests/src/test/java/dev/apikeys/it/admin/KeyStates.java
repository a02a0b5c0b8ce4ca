package dev.apikeys.it.admin;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Brings keys into states that take more than one request. */
final class KeyStates {

    private static final Duration LEAD = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private KeyStates() {}

    /** Makes a key that expires soon; {@link #awaitExpiry} waits for it. */
    static CreatedKey createExpiring(AdminApi api, Map<String, Object> key) {
        key.put("expiresAt", Instant.now().plus(LEAD).toString());
        return api.created(key);
    }

    /** Returns when the key has expired. */
    static void awaitExpiry(AdminApi api, CreatedKey key) {
        await().atMost(PATIENCE).until(() -> api.read(key.id()).path("status").equals("expired"));
    }

    /** Makes a key and returns when it has expired. */
    static CreatedKey createExpired(AdminApi api, Map<String, Object> key) {
        CreatedKey expiring = createExpiring(api, key);
        awaitExpiry(api, expiring);
        return expiring;
    }
}
