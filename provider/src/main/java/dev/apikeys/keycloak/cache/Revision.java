package dev.apikeys.keycloak.cache;

/**
 * How many changes Keycloak's own caches on this node have heard of. What was read through them still holds as long as
 * none of the numbers moves.
 *
 * @param realms of realms, clients, client scopes, roles and groups
 * @param users of users
 * @param clearings how often the caches were emptied
 */
public record Revision(long realms, long users, long clearings) {}
