package dev.apikeys.keycloak.directory;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.cache.Findings.Holders;
import dev.apikeys.keycloak.cache.KeyCacheProvider;
import dev.apikeys.keycloak.cache.Remembered;
import dev.apikeys.keycloak.cache.Revisions;
import dev.apikeys.keycloak.cache.Standing;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.storage.StorageId;

/** What this node has read of clients and subjects, for a request that changes nothing itself. */
public final class PrincipalMemory {

    private final Remembered<Holders, Standing> standings;
    private final Revisions revisions;

    private PrincipalMemory(Remembered<Holders, Standing> standings, Revisions revisions) {
        this.standings = standings;
        this.revisions = revisions;
    }

    /** Empty where Keycloak's own caches remember nothing either. */
    public static Optional<PrincipalMemory> of(KeycloakSession session) {
        KeyCacheProvider caches = session.getProvider(KeyCacheProvider.class);
        return caches.revisions()
                .map(revisions -> new PrincipalMemory(caches.findings().standings(), revisions));
    }

    /** What would be read now. */
    Optional<Standing> standingOf(ApiKey key) {
        return standings.get(question(key), revisions.now());
    }

    /**
     * Remembers what this request has read, unless it may have read from two times. Organizations have times of their own:
     * clients that belong to one are read at each check.
     */
    void keep(ApiKey key, Standing standing, LivePrincipal principal) {
        boolean counted = principal.client().filter(PrincipalMemory::isCounted).isPresent()
                && principal.subject().filter(PrincipalMemory::isCounted).isPresent();
        boolean bound =
                principal.organization().filter(ClientOrganization::isBound).isPresent();
        if (counted && !bound && !revisions.isChangedHere(key.owner().clientId())) {
            revisions.steady().ifPresent(revision -> standings.put(question(key), standing, revision));
        }
    }

    private static boolean isCounted(ClientModel client) {
        return StorageId.isLocalStorage(client.getId());
    }

    /** Users of other stores have times of their own at which they are read again. */
    private static boolean isCounted(UserModel user) {
        return user instanceof CachedUserModel
                && StorageId.isLocalStorage(user.getId())
                && user.getFederationLink() == null;
    }

    private static Holders question(ApiKey key) {
        return new Holders(key.owner().clientId(), key.owner().userId(), key.grant());
    }
}
