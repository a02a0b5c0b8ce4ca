package dev.apikeys.benchmark.traffic;

import java.util.Locale;

/** What must not happen. */
public enum Failure {
    /** Another status or body than the operation has when all is well. */
    WRONG_ANSWER,
    /** A connection ended without an answer. */
    NO_ANSWER,
    /** A key was accepted though its revocation had been answered before. */
    STALE,
    /** A call more was let through than the limit of the key. */
    OVER_ADMITTED;

    /** As it is written in tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
