package dev.apikeys.resourceserver;

/** What settings must be. */
final class Requirement {

    private Requirement() {}

    /** Fails with the setting, the value and what is allowed. */
    static void check(boolean good, String setting, Object value, String allowed) {
        if (!good) {
            throw new IllegalArgumentException(setting + ": '" + value + "' is not allowed, but " + allowed);
        }
    }
}
