package dev.apikeys.keycloak.keys;

import dev.apikeys.core.ip.AllowedIps;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyGrant;
import dev.apikeys.core.model.KeyRestrictions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the writer of a key decides.
 *
 * @param environment decides the prefix when the key is made, and cannot be changed afterwards
 * @param metadata a JSON object as text
 */
public record KeyDraft(
        Optional<String> name,
        Optional<String> description,
        Optional<String> environment,
        String metadata,
        KeyGrant grant,
        KeyRestrictions restrictions,
        Optional<Instant> expiresAt,
        boolean enabled) {

    /** What holds for a new key where its writer says nothing. */
    static final KeyDraft EMPTY = new KeyDraft(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "{}",
            new KeyGrant(false, Set.of()),
            new KeyRestrictions(AllowedIps.ALL, Optional.empty()),
            Optional.empty(),
            true);

    /** What a key is now, as the start of a change. */
    static KeyDraft of(ApiKey key) {
        return new KeyDraft(
                Optional.of(key.label().name()),
                key.label().description(),
                key.label().environment(),
                key.label().metadata(),
                key.grant(),
                key.restrictions(),
                key.lifecycle().expiresAt(),
                key.lifecycle().enabled());
    }
}
