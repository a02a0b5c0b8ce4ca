package dev.apikeys.keycloak.transfer;

/**
 * Who imports, in one session.
 *
 * @param id Keycloak's id of the user
 * @param owners whose keys they may make
 * @param changes who hears of what they change
 */
public record Importer(String id, RecordOwners owners, ImportChanges changes) {}
