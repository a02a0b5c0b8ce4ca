package dev.apikeys.resourceserver;

import java.util.Optional;
import java.util.Set;

/**
 * What is asked about a key.
 *
 * @param scopes those that the key must carry
 * @param callerIp where the key was used, an address literal
 */
record Question(PresentedKey key, Set<String> scopes, Optional<String> callerIp) {

    Question withoutScopes() {
        return new Question(key, Set.of(), callerIp);
    }
}
