package dev.apikeys.it.faults;

/**
 * One answer to a question about a key that is good all the time.
 *
 * @param at when it came, in the time of {@link System#nanoTime()}
 */
record Seen(long at, Told told) {}
