package dev.apikeys.benchmark.keys;

import java.util.List;

/**
 * Whose keys are made, in internal ids.
 *
 * @param clientIds have the keys in turn
 * @param scopeId is what each key carries
 */
public record KeyOwners(String realmId, List<String> clientIds, String scopeId) {

    public KeyOwners {
        clientIds = List.copyOf(clientIds);
    }
}
