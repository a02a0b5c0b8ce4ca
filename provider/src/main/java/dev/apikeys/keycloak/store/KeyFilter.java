package dev.apikeys.keycloak.store;

import dev.apikeys.core.model.KeyStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which keys of a realm are asked for; what is empty does not narrow.
 *
 * @param visibleClientIds internal ids of the clients whose keys the caller may see; empty when all
 * @param clientId internal id of one client
 * @param search part of the name or the description, a key id, or the displayed beginning of a key
 * @param expiringBefore keys that are still good or disabled, and expire before this instant
 * @param neverExpires only keys without an expiry
 * @param unusedSince keys that were neither used nor created after this instant
 */
public record KeyFilter(
        Optional<Set<String>> visibleClientIds,
        Optional<String> clientId,
        Optional<String> userId,
        Optional<KeyStatus> status,
        Optional<String> environment,
        Optional<String> search,
        Optional<Instant> expiringBefore,
        boolean neverExpires,
        Optional<Instant> unusedSince) {

    /** Active keys of a client, of a user, or of both. */
    static KeyFilter active(Optional<String> clientId, Optional<String> userId) {
        return new KeyFilter(
                Optional.empty(),
                clientId,
                userId,
                Optional.of(KeyStatus.ACTIVE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }
}
