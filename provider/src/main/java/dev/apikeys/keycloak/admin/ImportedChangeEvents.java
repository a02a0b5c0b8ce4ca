package dev.apikeys.keycloak.admin;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyStatus;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.keys.KeyJson;
import dev.apikeys.keycloak.store.StoredKey;
import dev.apikeys.keycloak.transfer.ImportChanges;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** An admin event for each key that an import changes or revokes, as if that had been done to it alone. */
final class ImportedChangeEvents implements ImportChanges {

    private final Supplier<AdminEventBuilder> events;
    private final RealmKeys realmKeys;
    private final KeyJson json;

    /**
     * @param events makes one without operation and path
     */
    ImportedChangeEvents(KeycloakSession session, RealmModel realm, Supplier<AdminEventBuilder> events) {
        this.events = events;
        this.realmKeys = new RealmKeys(session, realm);
        this.json = new KeyJson(realm, realmKeys.directory());
    }

    @Override
    public void changed(ApiKey key) {
        Instant now = realmKeys.clock().instant();
        boolean revoked = key.status(now) == KeyStatus.REVOKED;
        AdminEventBuilder event = events.get().operation(revoked ? OperationType.ACTION : OperationType.UPDATE);
        AdminEventBuilder of =
                revoked ? event.resourcePath("api-keys", key.id(), "revoke") : event.resourcePath("api-keys", key.id());
        of.representation(json.write(new StoredKey(key, Optional.empty()), now)).success();
    }
}
