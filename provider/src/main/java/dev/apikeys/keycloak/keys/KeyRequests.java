package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.keycloak.directory.ClientScopes;

/** Makes and changes keys as JSON wishes it, by the same rules whoever wrote it. */
public final class KeyRequests {

    private final KeyAdministration administration;

    public KeyRequests(KeyAdministration administration) {
        this.administration = administration;
    }

    /**
     * Makes a key with a new value.
     *
     * @param scopes what the key can be given
     */
    public Change create(KeyOwner owner, ClientScopes scopes, ObjectNode json) {
        KeyDraftReader.Reading reading = new KeyDraftReader(scopes).readNew(json);
        return reading.violations().isEmpty()
                ? administration.create(owner, reading.draft())
                : new Change.Invalid(reading.violations());
    }

    /**
     * Changes what is given; what is absent stays, and the value stays in any case.
     *
     * @param scopes what the key can be given beside what it has
     * @param now the key as its reader last saw it
     */
    public Change update(ApiKey key, ClientScopes scopes, ObjectNode now, ObjectNode json) {
        KeyDraftReader.Reading reading = new KeyDraftReader(scopes).readChange(json, key, now);
        if (!reading.violations().isEmpty()) {
            return new Change.Invalid(reading.violations());
        }
        if (json.path("version").asLong(key.version()) != key.version()) {
            return new Change.Conflict("key %s has version %d by now, not %s: read it again"
                    .formatted(key.id(), key.version(), json.path("version").asText()));
        }
        return administration.update(key, reading.draft());
    }

    /** Hands out another value; the JSON may say for how many seconds the present one stays good. */
    public Change rotate(ApiKey key, ObjectNode json) {
        RotationReader.Reading reading = RotationReader.read(json);
        return reading.violations().isEmpty()
                ? administration.rotate(key, reading.overlap())
                : new Change.Invalid(reading.violations());
    }
}
