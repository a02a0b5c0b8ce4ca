package dev.apikeys.benchmark.traffic;

/**
 * A collection that stopped the server.
 *
 * @param at milliseconds since 1970
 * @param megabytesLeft in use after it
 * @param millis how long it took
 */
public record Pause(long at, int megabytesLeft, double millis) {}
