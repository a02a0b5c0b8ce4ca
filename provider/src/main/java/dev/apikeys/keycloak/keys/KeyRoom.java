package dev.apikeys.keycloak.keys;

import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.settings.Setting;
import dev.apikeys.keycloak.store.KeyRepository;
import java.time.Instant;
import java.util.Optional;

/** How many keys an owner has room for. */
record KeyRoom(KeyRepository keys, RealmSettings settings) {

    /** How many keys that are not active there can be of an owner and still be made others, by anybody but administrators. */
    private static final int MOST_INACTIVE = 100;

    /**
     * Why another key of the owner cannot be active. Counts behind a lock that is held until the transaction ends: parallel
     * requests cannot overshoot.
     */
    Optional<Change> refusal(KeyOwner owner, Instant now) {
        Optional<Long> mostOfUser = owner.userId().flatMap(id -> settings.get(RealmSettings.MAX_ACTIVE_PER_USER));
        if (mostOfUser.isPresent()) {
            keys.locks().lockRealm();
        }
        keys.locks().lockClient(owner.clientId());
        long most = settings.get(RealmSettings.MAX_ACTIVE_PER_CLIENT);
        if (keys.countActiveBeside(owner, now) >= most) {
            String holder = owner.userId().isPresent() ? "user, for this client," : "client";
            return Optional.of(full(holder, most, RealmSettings.MAX_ACTIVE_PER_CLIENT));
        }
        return mostOfUser
                .filter(limit -> keys.countActiveOfUser(owner.userId().orElseThrow(), now) >= limit)
                .map(limit -> full("user", limit, RealmSettings.MAX_ACTIVE_PER_USER));
    }

    /** Why the owner cannot make another: nobody fills the database by making and ending keys, of which limits count active ones. */
    Optional<Change> refusalOfMore(KeyOwner owner, Instant now, Strictness strictness) {
        if (strictness == Strictness.ADMINISTRATORS || keys.countInactive(owner, now) < MOST_INACTIVE) {
            return Optional.empty();
        }
        String holder = owner.userId().isPresent() ? "user" : "client";
        return Optional.of(new Change.Conflict(
                "the %s has %d keys already that are disabled, expired or revoked, the most that a %s can have when another is made; an administrator can delete some, and revoked ones go after the time that %s lays down"
                        .formatted(holder, MOST_INACTIVE, holder, RealmSettings.REVOKED_RETENTION.attribute())));
    }

    private static Change full(String owner, long most, Setting<?> setting) {
        return new Change.Conflict("the %s has %d active keys already, the most this realm allows (%s)"
                .formatted(owner, most, setting.attribute()));
    }
}
