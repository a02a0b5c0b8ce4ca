package dev.apikeys.keycloak.check;

import dev.apikeys.core.limit.RateLimitState;
import dev.apikeys.core.limit.Taking;
import dev.apikeys.core.settings.ErrorMessages;
import dev.apikeys.core.verify.Verdict.Denied;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands for the names in a realm's own sentences. */
final class RefusalValues {

    private RefusalValues() {}

    static Map<String, String> of(Denied denied, int cost) {
        Map<String, String> values = new TreeMap<>();
        if (!denied.missingScopes().isEmpty()) {
            values.put(ErrorMessages.SCOPE, String.join(" ", new TreeSet<>(denied.missingScopes())));
        }
        denied.limited().ifPresent(refused -> add(refused, cost, values));
        return values;
    }

    /** Of several limits that are used up it is the one that holds longest; none while nobody can count. */
    private static void add(Taking.Refused refused, int cost, Map<String, String> values) {
        values.put(ErrorMessages.RETRY_AFTER, String.valueOf(refused.retryAfterSeconds()));
        refused.states().stream()
                .filter(state -> state.refuses(cost))
                .max(Comparator.comparing(RateLimitState::reset))
                .ifPresent(state -> values.put(
                        ErrorMessages.LIMIT, String.valueOf(state.limit().count())));
    }
}
