package dev.apikeys.it.gateways;

import dev.apikeys.server.NginxServer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that need nginx and curl of this machine. Where they are missing, the tests fail when {@code -Dgateways.required}
 * is given, as CI does, and else are left out with a line that says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresNginx.Condition.class)
@interface RequiresNginx {

    /** Looks whether the programs are here. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (NginxServer.program().isPresent() && Curl.program().isPresent()) {
                return ConditionEvaluationResult.enabled("nginx and curl are installed");
            }
            String reason = "nginx or curl is not installed (Debian: apt-get install nginx-light curl)";
            if (Boolean.getBoolean("gateways.required")) {
                throw new IllegalStateException(reason);
            }
            System.err.println("LEFT OUT: " + context.getDisplayName() + ": " + reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
