package dev.apikeys.core.model;

import java.util.Optional;

/**
 * Whose credential a key is.
 *
 * @param realmId Keycloak's id of the realm
 * @param clientId Keycloak's internal id of the client (not the OAuth client id)
 * @param userId the user a personal key acts for; empty for a client key, which acts for the service account
 */
public record KeyOwner(String realmId, String clientId, Optional<String> userId) {}
