package dev.apikeys.keycloak.limit;

import dev.apikeys.core.limit.PolicyLimits;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.limit.RateLimitPolicy;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.directory.KeyClients;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** The limits that hold for a key now; those of one key first, those of the whole realm last. */
public final class KeyLimits {

    private final RealmModel realm;
    private final RealmSettings settings;

    public KeyLimits(RealmModel realm, RealmSettings settings) {
        this.realm = realm;
        this.settings = settings;
    }

    /** A policy without limits is among them: it lets everything through. */
    public List<PolicyLimits> of(ApiKey key) {
        return List.of(
                new PolicyLimits(RateLimitPolicy.KEY, key.id(), ofKey(key)),
                new PolicyLimits(
                        RateLimitPolicy.CLIENT,
                        key.owner().clientId(),
                        ofClient(key.owner().clientId())),
                new PolicyLimits(RateLimitPolicy.REALM, realm.getId(), settings.get(RealmSettings.REALM_LIMIT)));
    }

    private List<RateLimit> ofKey(ApiKey key) {
        return key.restrictions().limits().orElseGet(() -> settings.get(RealmSettings.DEFAULT_LIMIT));
    }

    private List<RateLimit> ofClient(String clientId) {
        return Optional.ofNullable(realm.getClientById(clientId))
                .map(KeyClients::limits)
                .orElse(List.of());
    }
}
