package dev.apikeys.keycloak.check;

import dev.apikeys.core.key.KeyValue;
import dev.apikeys.keycloak.KeyHeaders;
import dev.apikeys.keycloak.RealmKeys;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The key in the header fields of a request.
 *
 * @param value empty when there is none
 * @param contradicted whether there is another one: a gateway and its API could each believe a different one
 */
record KeyInRequest(Optional<KeyValue> value, boolean contradicted) {

    private static final String BEARER = "Bearer";

    /**
     * Looks into {@code X-API-Key}, then {@code Authorization: ApiKey}, then {@code Authorization: Bearer}. A bearer token
     * that is no key may stand beside a key: where keys of other systems are accepted, almost any could be one, so only one that
     * there is counts.
     */
    static KeyInRequest in(HttpHeaders headers, RealmKeys realmKeys) {
        Set<String> keys = new LinkedHashSet<>(KeyHeaders.plain(headers));
        keys.addAll(KeyHeaders.authorization(headers, KeyHeaders.API_KEY_SCHEME));
        for (String token : KeyHeaders.authorization(headers, BEARER)) {
            if (keys.isEmpty() || realmKeys.isKeyAmongSecrets(KeyValue.of(token))) {
                keys.add(token);
            }
        }
        return new KeyInRequest(keys.stream().findFirst().map(KeyValue::of), keys.size() > 1);
    }
}
