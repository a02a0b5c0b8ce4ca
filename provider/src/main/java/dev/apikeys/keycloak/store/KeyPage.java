package dev.apikeys.keycloak.store;

/**
 * Which part of a list, in which order.
 *
 * @param first index of the first key, from 0
 * @param max how many keys at most
 */
public record KeyPage(KeySort sort, boolean descending, int first, int max) {}
