package dev.apikeys.keycloak.cache;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.cache.infinispan.RealmCacheManager;
import org.keycloak.models.cache.infinispan.RealmCacheSession;
import org.keycloak.models.cache.infinispan.UserCacheManager;
import org.keycloak.models.cache.infinispan.UserCacheSession;

/**
 * How far Keycloak's own caches have come on this node. They count each change that they hear of, from this node or from
 * another, before the answer to whoever made it is written, and keep an old value out of themselves by these counts; so
 * can we.
 */
public final class Revisions {

    private final KeycloakSession session;
    private final Counts counts;
    private final long clearings;

    private Revisions(KeycloakSession session, Counts counts) {
        this.session = session;
        this.counts = counts;
        this.clearings = counts.clearings().get();
    }

    /** The counts of this node, known from the first request on; never where one of the caches is not Keycloak's own. */
    static final class Node {

        private final AtomicLong clearings = new AtomicLong();
        private final AtomicReference<@Nullable Counts> counts = new AtomicReference<>();

        /** Somebody has emptied the caches, which they do not count. */
        void cleared() {
            clearings.incrementAndGet();
        }

        /** Empty when one of the caches is switched off: then nothing is known of changes. */
        Optional<Revisions> of(KeycloakSession session) {
            if (counts.get() == null
                    && session.getProvider(CacheRealmProvider.class) instanceof RealmCacheSession realms
                    && session.getProvider(UserCache.class) instanceof UserCacheSession users) {
                counts.set(new Counts(realms.getCache(), users.getCache(), clearings));
            }
            return Optional.ofNullable(counts.get()).map(known -> new Revisions(session, known));
        }
    }

    private record Counts(RealmCacheManager realms, UserCacheManager users, AtomicLong clearings) {

        Revision now() {
            return new Revision(realms.getCurrentCounter(), users.getCurrentCounter(), clearings.get());
        }
    }

    /** Now. */
    public Revision now() {
        return counts.now();
    }

    /** That of all that this request has read, unless there was a change since it began. */
    public Optional<Revision> steady() {
        return session.getProvider(CacheRealmProvider.class) instanceof RealmCacheSession realms
                        && session.getProvider(UserCache.class) instanceof UserCacheSession users
                ? Optional.of(new Revision(realms.getStartupRevision(), users.getStartupRevision(), clearings))
                        .filter(start -> start.equals(counts.now()))
                : Optional.empty();
    }

    /** Whether this request itself has changed a client and not committed it. */
    public boolean isChangedHere(String clientId) {
        return session.getProvider(CacheRealmProvider.class) instanceof RealmCacheSession realms
                && realms.isInvalid(clientId);
    }
}
