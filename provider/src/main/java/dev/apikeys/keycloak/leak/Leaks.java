package dev.apikeys.keycloak.leak;

import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.EventOfNobody;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.keys.Change;
import dev.apikeys.keycloak.rest.Outcomes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Ends values that somebody else has. Each is a change of its own: it is looked up in one transaction, and its key, if there is
 * one, changed in the next, which reads the key again once nobody else can change it. Of several values, those that come later do
 * not hold up what is done about the first.
 *
 * @param wanted what becomes of a key whose current value is known
 */
record Leaks(KeycloakSession session, Step wanted) {

    /**
     * Ends the value on all nodes before this returns.
     *
     * @return whether the value belongs to a key of the realm, whatever has become of that
     */
    boolean end(KeyValue value, Report report) {
        Optional<String> keyId = apart(some -> keysOf(some).holder(value).map(ApiKey::id));
        keyId.ifPresent(id -> apart(some -> end(some, id, KeyHash.of(value), report)));
        return keyId.isPresent();
    }

    private boolean end(KeycloakSession some, String keyId, KeyHash value, Report report) {
        RealmKeys keys = keysOf(some);
        Clock clock = keys.clock();
        Optional<ApiKey> locked = keys.repository().lockById(keyId).map(stored -> stored.key());
        Optional<Step> step = locked.flatMap(key -> Step.against(key, value, wanted, clock.instant()));
        step.ifPresent(todo -> {
            ApiKey done = Outcomes.done(take(todo, keys, locked.orElseThrow(), report))
                    .key();
            Instant at = done.lifecycle().updatedAt();
            keys.notices().leaked(done, done.lifecycle().revokedAt().orElse(at));
            new EventOfNobody(some, realmOf(some), clock, report.address()).report(keyId, todo.action(), report.json());
        });
        return step.isPresent();
    }

    private static Change take(Step step, RealmKeys keys, ApiKey key, Report report) {
        return switch (step) {
            case REVOKE -> keys.administration().revoke(key, report.reporter().code());
            case DISABLE -> keys.administration().switchTo(key, false);
            case END_OVERLAP -> keys.administration().endOverlap(key);
        };
    }

    private RealmKeys keysOf(KeycloakSession some) {
        return new RealmKeys(some, realmOf(some));
    }

    private RealmModel realmOf(KeycloakSession some) {
        return some.realms().getRealm(session.getContext().getRealm().getId());
    }

    private <T> T apart(KeycloakSessionTaskWithResult<T> task) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), session.getContext(), task, "A leaked API key");
    }
}
