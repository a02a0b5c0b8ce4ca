package dev.apikeys.core.model;

import java.util.Optional;

/**
 * What people and resource servers read about a key; nothing of it decides whether the key is good.
 *
 * @param environment what the key's prefix named when the key was made
 * @param metadata a JSON object as text, carried through as it is
 * @param externalId what another system calls the key; empty for a key that was made here
 */
public record KeyLabel(
        String name,
        Optional<String> description,
        Optional<String> environment,
        String metadata,
        Optional<String> externalId) {

    /** The label of a key that was made here. */
    public KeyLabel(String name, Optional<String> description, Optional<String> environment, String metadata) {
        this(name, description, environment, metadata, Optional.empty());
    }
}
