package dev.apikeys.keycloak.rest;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.keys.UsageJson;
import dev.apikeys.keycloak.keys.UsageWindow;
import dev.apikeys.keycloak.store.UsageReader;
import jakarta.ws.rs.core.Response;

/** How keys were used: by the hour or by the day, allowed and denied by reason. */
public record KeyUsages(RealmKeys realmKeys, ListParameters parameters) {

    /** The usage of the key in the time that the parameters name, or 400. */
    public Response of(ApiKey key) {
        UsageWindow window = parameters.usageWindow(realmKeys.clock().instant());
        Answers.refuseIfAny(parameters.violations());
        UsageReader usage = realmKeys.usage();
        RealmSettings settings = realmKeys.settings();
        return Answers.ok(UsageJson.write(
                window,
                usage.calls(key.id(), window.from(), window.to()),
                usage.lastUse(key.id(), settings.get(RealmSettings.RECORD_LAST_IP)),
                usage.lastOutcome(key.id()),
                settings));
    }
}
