package dev.apikeys.keycloak.outcomes;

import dev.apikeys.core.Violation;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.directory.KeycloakDirectory;
import dev.apikeys.keycloak.store.KeysById;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The keys whose calls an API has seen: it is in their audience now. Whether the key still works does not matter, since
 * outcomes come later than calls; whether any other key exists is nobody's business. Keycloak's switches that let a client
 * introspect what is not meant for it do not count: there the value has to be known, and here the id is enough.
 */
record ReporterKeys(KeycloakSession session, RealmModel realm, String audience) {

    static final String ALLOWED = "the id of an API key that is meant for the API";

    /** What is wrong with the keys of a report. */
    List<Violation> violations(List<ReportedOutcome> outcomes) {
        Set<String> ids = outcomes.stream().map(ReportedOutcome::keyId).collect(Collectors.toSet());
        Map<String, ApiKey> keys = KeysById.of(session, realm).find(ids);
        KeycloakDirectory directory = RealmKeys.forChecks(session, realm).directory();
        Predicate<ApiKey> meant = key -> directory.principalOf(key).isMeantFor(audience);
        Set<String> accepted =
                keys.values().stream().filter(meant).map(ApiKey::id).collect(Collectors.toSet());
        return outcomes.stream()
                .filter(outcome -> !accepted.contains(outcome.keyId()))
                .map(outcome -> new Violation(outcome.place() + ".key", outcome.keyId(), ALLOWED))
                .toList();
    }
}
