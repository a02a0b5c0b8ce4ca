package dev.apikeys.keycloak.check;

import dev.apikeys.core.settings.ErrorFormat;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.verify.DenialReason;

/**
 * The formats of refusals that a realm has chosen.
 *
 * @param ofLimits when a limit is used up
 * @param ofOthers whatever else is the reason
 */
record RefusalFormats(ErrorFormat ofLimits, ErrorFormat ofOthers) {

    static RefusalFormats of(RealmSettings settings) {
        ErrorFormat others = settings.get(RealmSettings.ERROR_FORMAT);
        return new RefusalFormats(settings.get(RealmSettings.LIMIT_ERROR_FORMAT).orElse(others), others);
    }

    ErrorFormat of(Refusal refusal) {
        return refusal.code().equals(DenialReason.RATE_LIMIT_EXCEEDED.code()) ? ofLimits : ofOthers;
    }
}
