package dev.apikeys.core.verify;

import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.key.KeyValue;
import java.util.Optional;
import java.util.Set;

/**
 * A key as it reaches a door, and what is asked of it.
 *
 * @param value what the caller presented
 * @param audience client id of the resource server that asks; empty when the door has none
 * @param callerIp where the key was used; empty when unknown
 * @param requiredScopes names of the client scopes that the operation needs, all of them
 */
public record Presented(
        KeyValue value, Optional<String> audience, Optional<IpAddress> callerIp, Set<String> requiredScopes) {

    public Presented {
        requiredScopes = Set.copyOf(requiredScopes);
    }
}
