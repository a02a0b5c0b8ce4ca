package dev.apikeys.keycloak.leak;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.apikeys.core.key.KeyHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.keycloak.util.JsonSerialization;

/**
 * Works through an alert.
 *
 * @param end ends what was found, and says whether it is a key
 */
record GithubFeedback(Predicate<GithubFinding> end) {

    private static final Logger LOG = Logger.getLogger(GithubFeedback.class);

    /**
     * Ends every finding, each value once; one that fails does not spare those that come after it.
     *
     * @return what GitHub is told, in the order of the findings; empty when not all could be ended
     */
    Optional<ArrayNode> to(List<GithubFinding> findings) {
        Map<KeyHash, Optional<Boolean>> isKey = new HashMap<>();
        findings.forEach(finding -> isKey.computeIfAbsent(KeyHash.of(finding.value()), hash -> tryToEnd(finding)));
        if (isKey.containsValue(Optional.<Boolean>empty())) {
            return Optional.empty();
        }
        ArrayNode answer = JsonSerialization.mapper.createArrayNode();
        findings.forEach(
                finding -> answer.add(finding.feedback(isKey.getOrDefault(KeyHash.of(finding.value()), Optional.empty())
                        .orElse(false))));
        return Optional.of(answer);
    }

    /** The message of an exception may have more in it than a log should. */
    private Optional<Boolean> tryToEnd(GithubFinding finding) {
        try {
            return Optional.of(end.test(finding));
        } catch (RuntimeException e) {
            LOG.errorf(
                    "A finding of GitHub's could not be ended: %s", e.getClass().getName());
            return Optional.empty();
        }
    }
}
