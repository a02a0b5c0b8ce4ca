package dev.apikeys.keycloak.check;

import dev.apikeys.core.limit.RateLimitState;
import dev.apikeys.core.limit.Taking;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.verify.DenialReason;
import dev.apikeys.core.verify.Verdict.Denied;
import dev.apikeys.core.verify.Verdict.Found;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.check.Refusal.Wait;
import dev.apikeys.keycloak.directory.LivePrincipal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From a denial to what the asker may know of it. Outside of a key's audience it is told that it is outside, and not
 * whether the key would be good elsewhere.
 */
record Refusals(RealmKeys realmKeys) {

    Refusal of(Denied denied, KeyQuestion question) {
        DenialReason reason = reason(denied, question.audience().getClientId());
        boolean disclosed = realmKeys.settings().get(RealmSettings.DISCLOSE_REASON);
        Wording full = Wording.of(reason).lacking(denied.missingScopes());
        Wording builtIn = disclosed ? full : full.withoutReason();
        Wording told = realmKeys
                .settings()
                .get(RealmSettings.ERROR_MESSAGES)
                .of(builtIn.code(), RefusalValues.of(denied, question.cost()))
                .map(builtIn::saying)
                .orElse(builtIn);
        Optional<Wait> wait = denied.limited().map(refused -> wait(refused, question.cost()));
        Refusal refusal = new Refusal(
                told.status(), told.code(), told.title(), told.message(), challenge(told, question, disclosed), wait);
        return wait.isPresent() ? refusal.withStatus(question.limitedStatus()) : refusal;
    }

    private DenialReason reason(Denied denied, String audience) {
        if (denied.found().isEmpty() || denied.concerns(audience)) {
            return denied.reason();
        }
        return denied.found().filter(this::hasAudience).isPresent()
                ? DenialReason.AUDIENCE_DENIED
                : DenialReason.UNAUTHORIZED;
    }

    /** A key whose client or subject is gone is for no API at all. */
    private boolean hasAudience(Found found) {
        LivePrincipal principal = realmKeys.directory().principalOf(found.key());
        return principal.client().isPresent() && principal.subject().isPresent();
    }

    private static Challenge challenge(Wording told, KeyQuestion question, boolean disclosed) {
        return switch (told.status()) {
            case Status.UNAUTHORIZED ->
                question.value().isPresent() ? new Challenge.GoodKey(told.message()) : new Challenge.AnyKey();
            case Status.FORBIDDEN ->
                new Challenge.StrongerKey(told.message(), disclosed ? scopesOf(told, question) : Set.of());
            default -> new Challenge.None();
        };
    }

    private static Set<String> scopesOf(Wording told, KeyQuestion question) {
        return told.code().equals(DenialReason.INSUFFICIENT_SCOPE.code()) ? question.scopes() : Set.of();
    }

    private static Wait wait(Taking.Refused refused, int cost) {
        Map<String, RateLimitState> named = PolicyNames.of(refused.states());
        return new Wait(
                refused.retryAfterSeconds(),
                named.entrySet().stream()
                        .filter(limit -> limit.getValue().refuses(cost))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }
}
