package dev.apikeys.resourceserver;

/** Where keys are asked about. */
@FunctionalInterface
interface Introspection {

    /**
     * Never throws for anything that a caller or the other end can do.
     *
     * @param cost how many calls to count, 0 to 1000; 0 only looks
     */
    Answer ask(Question question, int cost);
}
