package dev.apikeys.core.usage;

import java.util.Optional;

/**
 * How reported outcomes stand among the verdicts that are counted beside them: behind a mark that no verdict has, so that a
 * reason that a later version brings is never taken for what somebody reported.
 */
public final class StoredOutcome {

    private static final String MARK = ":";

    private StoredOutcome() {}

    /** The outcome of {@link HourlyCalls} for a name that was reported. */
    public static String of(String name) {
        return MARK + name;
    }

    /** The name that was reported; empty for a verdict. */
    public static Optional<String> reported(String outcome) {
        return outcome.startsWith(MARK) ? Optional.of(outcome.substring(MARK.length())) : Optional.empty();
    }
}
