package dev.apikeys.keycloak.check;

import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.verify.Presented;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;

/**
 * One key and what is asked of it, after it is known that the asker may ask that.
 *
 * @param asker who may ask
 * @param value empty when no key was presented
 * @param audience the API
 * @param callerIp empty when unknown
 */
record KeyQuestion(
        Asker asker,
        Optional<KeyValue> value,
        ClientModel audience,
        Optional<IpAddress> callerIp,
        Set<String> scopes,
        int cost,
        boolean token,
        int limitedStatus) {

    KeyQuestion {
        scopes = Set.copyOf(scopes);
    }

    Presented presented(KeyValue key) {
        return new Presented(key, Optional.of(audience.getClientId()), callerIp, scopes);
    }
}
