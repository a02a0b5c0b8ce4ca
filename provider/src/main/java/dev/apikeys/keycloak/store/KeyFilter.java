package dev.apikeys.keycloak.store;

import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.core.model.KeyStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which keys of a realm are asked for; what is empty does not narrow.
 *
 * @param visibleClientIds internal ids of the clients whose keys the caller may see; empty when all
 * @param clientId internal id of one client
 * @param clientKeysOnly no personal keys
 * @param search part of the name or the description, a key id, an external id, or the displayed beginning of a key
 * @param expiringBefore keys that are still good or disabled, and expire before this instant
 * @param neverExpires only keys without an expiry
 * @param unusedSince keys that were neither used nor created after this instant
 */
public record KeyFilter(
        Optional<Set<String>> visibleClientIds,
        Optional<String> clientId,
        Optional<String> userId,
        boolean clientKeysOnly,
        Optional<KeyStatus> status,
        Optional<String> environment,
        Optional<String> search,
        Optional<Instant> expiringBefore,
        boolean neverExpires,
        Optional<Instant> unusedSince) {

    /** Active personal keys of a user, over all clients. */
    static KeyFilter activeOfUser(String userId) {
        return of(Optional.empty(), Optional.of(userId), false, Optional.of(KeyStatus.ACTIVE));
    }

    /** Personal keys of a user, over all clients and whatever they are now. */
    static KeyFilter allOfUser(String userId) {
        return of(Optional.empty(), Optional.of(userId), false, Optional.empty());
    }

    /** Keys of the client for the same subject, whatever they are now: client keys, or personal keys of one user. */
    static KeyFilter allBeside(KeyOwner owner) {
        return beside(owner, Optional.empty());
    }

    /** The same of those that are active. */
    static KeyFilter activeBeside(KeyOwner owner) {
        return beside(owner, Optional.of(KeyStatus.ACTIVE));
    }

    private static KeyFilter beside(KeyOwner owner, Optional<KeyStatus> status) {
        return of(Optional.of(owner.clientId()), owner.userId(), owner.userId().isEmpty(), status);
    }

    private static KeyFilter of(
            Optional<String> clientId, Optional<String> userId, boolean clientKeysOnly, Optional<KeyStatus> status) {
        return new KeyFilter(
                Optional.empty(),
                clientId,
                userId,
                clientKeysOnly,
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** The same for client keys of these clients, by internal id, and no others. */
    public KeyFilter ofClients(Set<String> ids) {
        return new KeyFilter(
                Optional.of(ids),
                clientId,
                Optional.empty(),
                true,
                status,
                environment,
                search,
                expiringBefore,
                neverExpires,
                unusedSince);
    }

    /** The same for personal keys of this user and no others. */
    public KeyFilter ofUser(String id) {
        return new KeyFilter(
                visibleClientIds,
                clientId,
                Optional.of(id),
                false,
                status,
                environment,
                search,
                expiringBefore,
                neverExpires,
                unusedSince);
    }
}
