package dev.apikeys.it.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that need curl of this machine; see {@link MissingProgram} for where there is none. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresCurl.Condition.class)
public @interface RequiresCurl {

    /** Looks whether it is here. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Curl.program().isPresent()
                    ? ConditionEvaluationResult.enabled("curl is installed")
                    : MissingProgram.leaveOut(context, "curl is not installed (Debian: apt-get install curl)");
        }
    }
}
