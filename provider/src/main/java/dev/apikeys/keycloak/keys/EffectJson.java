package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.directory.LivePrincipal;
import java.util.List;
import org.keycloak.models.RealmModel;

/**
 * Writes what comes of a grant: the scopes that have an effect now, and the resource servers that accept the key. Neither
 * has any while the client or the subject is switched off.
 */
public record EffectJson(RealmModel realm) {

    /** Adds {@code effectiveScopes} and {@code acceptedBy}. */
    public ObjectNode addTo(ObjectNode json, LivePrincipal principal) {
        boolean alive = principal.clientEnabled() && principal.subjectEnabled();
        KeyJson.texts(json, "effectiveScopes", alive ? principal.effectiveScopes() : List.of());
        KeyJson.texts(json, "acceptedBy", alive ? resourceServers(principal) : List.of());
        return json;
    }

    private List<String> resourceServers(LivePrincipal principal) {
        return principal.claims().audience().stream()
                .filter(name -> realm.getClientByClientId(name) != null)
                .sorted()
                .toList();
    }
}
