package dev.apikeys.core.model;

import java.util.Optional;

/**
 * What people and resource servers read about a key; nothing of it decides whether the key is good.
 *
 * @param environment what the key's prefix named when the key was made
 * @param metadata a JSON object as text, carried through as it is
 */
public record KeyLabel(String name, Optional<String> description, Optional<String> environment, String metadata) {}
