package dev.apikeys.it.support;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What becomes of tests that need programs of this machine. */
public final class MissingProgram {

    private MissingProgram() {}

    /** Fails the tests when {@code -Dgateways.required} is given, as CI does, and else leaves them out with a line. */
    public static ConditionEvaluationResult leaveOut(ExtensionContext context, String reason) {
        if (Boolean.getBoolean("gateways.required")) {
            throw new IllegalStateException(reason);
        }
        System.err.println("LEFT OUT: " + context.getDisplayName() + ": " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
