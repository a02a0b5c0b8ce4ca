package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.settings.RealmSettings;
import org.keycloak.util.JsonSerialization;

/** What new keys of a realm must keep to: the part of its settings that whoever makes keys has to know. */
public final class PoliciesJson {

    private PoliciesJson() {}

    public static ObjectNode write(RealmSettings settings) {
        ObjectNode json = JsonSerialization.createObjectNode();
        ArrayNode environments = json.putArray("environments");
        settings.get(RealmSettings.PREFIXES).all().stream()
                .flatMap(prefix -> prefix.environment().stream())
                .distinct()
                .forEach(environments::add);
        ArrayNode limits = json.putArray("defaultLimits");
        settings.get(RealmSettings.DEFAULT_LIMIT).stream()
                .map(RateLimit::toString)
                .forEach(limits::add);
        json.put("requireExpiry", settings.get(RealmSettings.REQUIRE_EXPIRY));
        json.put("requireIp", settings.get(RealmSettings.REQUIRE_IP));
        settings.get(RealmSettings.MAX_LIFETIME).ifPresent(seconds -> json.put("maxLifetime", seconds));
        json.put("errorFormat", settings.get(RealmSettings.ERROR_FORMAT).toString());
        settings.get(RealmSettings.LIMIT_ERROR_FORMAT)
                .ifPresent(format -> json.put("limitErrorFormat", format.toString()));
        return json;
    }
}
