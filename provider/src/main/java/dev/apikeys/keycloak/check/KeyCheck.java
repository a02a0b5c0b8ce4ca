package dev.apikeys.keycloak.check;

import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.verify.Check;
import dev.apikeys.core.verify.Check.Passed;
import dev.apikeys.core.verify.DenialReason;
import dev.apikeys.core.verify.KeyVerifier;
import dev.apikeys.core.verify.Verdict;
import dev.apikeys.core.verify.Verdict.Allowed;
import dev.apikeys.core.verify.Verdict.Denied;
import dev.apikeys.core.verify.Verdict.Found;
import dev.apikeys.keycloak.CallerIp;
import dev.apikeys.keycloak.DenialEvents;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.check.Answer.Accepted;
import dev.apikeys.keycloak.check.Answer.Limited;
import dev.apikeys.keycloak.check.Answer.Refused;
import dev.apikeys.keycloak.check.Asker.Gateway;
import dev.apikeys.keycloak.usage.DoorName;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Asks the pipeline about one key. A good key leaves no event; refusals leave samples, as at introspection. */
final class KeyCheck {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmKeys realmKeys;
    private final DenialEvents denialEvents;
    private final Refusals refusals;

    KeyCheck(KeycloakSession session, RealmKeys realmKeys, DenialEvents denialEvents) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.realmKeys = realmKeys;
        this.denialEvents = denialEvents;
        this.refusals = new Refusals(realmKeys);
    }

    Answer answer(KeyQuestion question) {
        return question.value()
                .map(key -> answer(question, realmKeys.verifier(DoorName.CHECK), key))
                .orElseGet(() -> new Refused(refusals.of(Denied.unknown(), question)));
    }

    private Answer answer(KeyQuestion question, KeyVerifier verifier, KeyValue key) {
        Check check = verifier.check(question.presented(key));
        if (check instanceof Denied denied) {
            return refuse(denied, question);
        }
        Passed passed = (Passed) check;
        Optional<String> token = question.token()
                ? new UpstreamTokens(session, realmKeys).tokenFor(passed.found(), question.audience())
                : Optional.empty();
        if (question.token() && token.isEmpty()) {
            return refuse(verifier.refuse(passed, DenialReason.AUDIENCE_DENIED), question);
        }
        Verdict verdict = verifier.count(passed, question.cost());
        return verdict instanceof Allowed allowed
                ? new Accepted(details(allowed.found()), allowed.limits(), token)
                : refuse((Denied) verdict, question);
    }

    private Answer refuse(Denied denied, KeyQuestion question) {
        denialEvents.report(realm, denied.reason(), () -> event(denied, question));
        Refusal refusal = refusals.of(denied, question);
        return denied.limited()
                .<Answer>map(refused -> new Limited(details(denied.found().orElseThrow()), refused.states(), refusal))
                .orElseGet(() -> new Refused(refusal));
    }

    private EventBuilder event(Denied denied, KeyQuestion question) {
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.INTROSPECT_TOKEN)
                .client(question.audience());
        if (question.asker() instanceof Gateway gateway) {
            event.detail("gateway", gateway.client().getClientId());
        }
        question.callerIp().ifPresent(caller -> event.detail(CallerIp.PARAMETER, caller.toString()));
        denied.found()
                .map(Found::key)
                .ifPresent(key ->
                        DenialEvents.describe(event, key, realmKeys.directory().principalOf(key)));
        return event;
    }

    private KeyDetails details(Found found) {
        return KeyDetails.of(
                found, realmKeys.directory().principalOf(found.key()).standing());
    }
}
