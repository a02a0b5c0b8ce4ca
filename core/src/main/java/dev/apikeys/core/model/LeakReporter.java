package dev.apikeys.core.model;

import java.util.Arrays;
import java.util.Locale;

/** Who says that somebody else has the value of a key; nobody of them is a user of the realm. */
public enum LeakReporter {
    /** Somebody who showed the value. */
    POSSESSOR,
    /** GitHub's secret scanning. */
    GITHUB;

    /** Lower case, as in {@link KeyLifecycle#revokedBy}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a key whose {@link KeyLifecycle#revokedBy} is this was revoked for a leak. */
    public static boolean isCode(String revokedBy) {
        return Arrays.stream(values()).anyMatch(reporter -> reporter.code().equals(revokedBy));
    }
}
