package dev.apikeys.core.model;

import java.util.Set;

/**
 * What a key was given, before anything that holds today narrows it.
 *
 * @param fullAccess every scope of the client, present and future
 * @param scopeIds ids of client scopes, so that renaming a scope keeps the grant; empty with full access
 */
public record KeyGrant(boolean fullAccess, Set<String> scopeIds) {

    public KeyGrant {
        scopeIds = Set.copyOf(scopeIds);
    }
}
