package dev.apikeys.it.gateways;

import dev.apikeys.it.support.Curl;
import dev.apikeys.it.support.MissingProgram;
import dev.apikeys.server.NginxServer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that need nginx and curl of this machine; see {@link MissingProgram} for where there is none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresNginx.Condition.class)
public @interface RequiresNginx {

    /** Looks whether the programs are here. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return NginxServer.program().isPresent() && Curl.program().isPresent()
                    ? ConditionEvaluationResult.enabled("nginx and curl are installed")
                    : MissingProgram.leaveOut(
                            context, "nginx or curl is not installed (Debian: apt-get install nginx-light curl)");
        }
    }
}
