package dev.apikeys.benchmark.report;

import dev.apikeys.benchmark.load.Spread;

/**
 * What the project has promised itself, and what was found.
 *
 * @param atLeast else at most
 * @param cpu the same ratio of CPU time per request, server and database; not a number when it makes no sense
 */
record Target(String name, double wanted, boolean atLeast, Spread found, double cpu) {

    boolean reached() {
        return atLeast ? found.median() >= wanted : found.median() <= wanted;
    }
}
